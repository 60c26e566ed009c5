import { KEPT } from '../core/session/kept-places.ts';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../core/session/settings.ts';

const KEY = KEPT.settings.name;

/** The visitor's settings, kept in the browser's own storage; `current` is reactive. */
export class StoredSettings {
  readonly #storage: Storage | null;
  #current = $state.raw<Settings>(DEFAULT_SETTINGS);
  #lasting = $state.raw(true);

  constructor(storage: Storage | null) {
    this.#storage = storage;
    this.#lasting = storage !== null;
    this.#current = parseSettings(storage?.getItem(KEY) ?? null);
  }

  get current(): Settings {
    return this.#current;
  }

  /** False where the browser's storage is forbidden or full: they last as long as the page. */
  get lasting(): boolean {
    return this.#lasting;
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
      this.#lasting = this.#storage !== null;
    } catch {
      this.#lasting = false;
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
