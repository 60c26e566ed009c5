import type { Page } from 'playwright-core';
import type { SoakCounts } from '../page/soak-probe.ts';

/** Seconds after which nobody waits any longer. */
const RECOVER_WITHIN = 30;
/** Frames may have been under way as the fault came. */
const IN_FLIGHT = 1;

/** What a page with the soak's probe has analysed: counts that outlive a reload. */
export class Watch {
  readonly #page: Page;
  #before = { analysed: 0, read: 0 };
  #now: SoakCounts = { analysed: 0, read: 0, silence: 0 };

  constructor(page: Page) {
    this.#page = page;
  }

  get analysed(): number {
    return this.#before.analysed + this.#now.analysed;
  }

  get read(): number {
    return this.#before.read + this.#now.read;
  }

  /** Seconds since the last analysis. */
  async look(): Promise<number> {
    const now = await this.#page.evaluate<SoakCounts>('soakCounts()');
    if (now.analysed < this.#now.analysed) {
      const { analysed, read } = this;
      this.#before = { analysed, read };
    }
    this.#now = now;
    return now.silence / 1000;
  }

  /** Seconds until frames are analysed, or faces read, again; null where none are in time. */
  async untilNext(
    what: 'analysed' | 'read' = 'analysed',
    within = RECOVER_WITHIN,
  ): Promise<number | null> {
    await this.look();
    const before = this[what];
    const started = performance.now();
    const passed = () => (performance.now() - started) / 1000;
    while (passed() < within) {
      await this.look();
      if (this[what] > before + IN_FLIGHT) return passed();
      await this.#page.waitForTimeout(50);
    }
    return null;
  }
}
