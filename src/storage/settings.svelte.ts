import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../core/session/settings.ts';

const KEY = 'blendscope.settings';

/** The visitor's settings, kept in the browser's own storage; `current` is reactive. */
export class StoredSettings {
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

  /** Back to what the pack and the page come with. */
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
