import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../core/session/settings.ts';
import type { SettingsStore } from '../live/live-page.ts';

const KEY = 'blendscope.settings';

/** Settings kept in the browser's own storage. */
export class StoredSettings implements SettingsStore {
  readonly #storage: Storage | null;
  #current = $state.raw<Settings>(DEFAULT_SETTINGS);

  constructor(storage: Storage | null) {
    this.#storage = storage;
    this.#current = parseSettings(storage?.getItem(KEY) ?? null);
  }

  get current(): Settings {
    return this.#current;
  }

  change(patch: Partial<Settings>): void {
    this.#current = { ...this.#current, ...patch };
    this.#save(JSON.stringify(this.#current));
  }

  reset(): void {
    this.#current = DEFAULT_SETTINGS;
    this.#storage?.removeItem(KEY);
  }

  #save(text: string): void {
    try {
      this.#storage?.setItem(KEY, text);
    } catch {
      // Storage may be full or forbidden: the settings then last as long as the page.
    }
  }
}

/** Local storage, or null where the browser forbids it. */
export function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
