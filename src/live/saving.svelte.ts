import { Pace } from './pace.ts';
import type { Settings } from '../core/session/settings.ts';

/** Up to this charge a battery that is not being charged is spared. */
const LOW = 0.2;

/** What Chromium tells of the battery; others tell nothing. */
interface BatteryManager extends EventTarget {
  readonly charging: boolean;
  /** 0 to 1. */
  readonly level: number;
}

interface BatteryTeller {
  getBattery?(): Promise<BatteryManager>;
}

/** Why ten readings a second are made and no more: it was chosen, or the battery is low. */
export type SavingReason = 'chosen' | 'battery-low';

/** Whether the page spares the battery, by the settings and by what the browser tells. */
export class Saving {
  readonly #settings: { readonly current: Settings };
  readonly #closing = new AbortController();
  #low = $state(false);

  /** @param browser what tells of the battery, where it does */
  constructor(settings: { readonly current: Settings }, browser: object = navigator) {
    this.#settings = settings;
    void this.#watch(browser);
  }

  /** Null where every frame is read that there is time for. */
  get reason(): SavingReason | null {
    switch (this.#settings.current.pace) {
      case 'battery':
        return 'chosen';
      case 'full':
        return null;
      case 'auto':
        return this.#low ? 'battery-low' : null;
    }
  }

  /** Which frames of one source are to be read. */
  pace(): Pace {
    return new Pace(() => this.reason !== null);
  }

  /** Ends listening. */
  close(): void {
    this.#closing.abort();
  }

  async #watch(browser: BatteryTeller): Promise<void> {
    const { signal } = this.#closing;
    // Refused where a policy forbids it; nothing is known then.
    const battery = await browser.getBattery?.().catch(() => undefined);
    if (battery === undefined || signal.aborted) return;
    const follow = (): void => {
      this.#low = !battery.charging && battery.level <= LOW;
    };
    battery.addEventListener('chargingchange', follow, { signal });
    battery.addEventListener('levelchange', follow, { signal });
    follow();
  }
}
