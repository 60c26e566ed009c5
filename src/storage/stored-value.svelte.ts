/** One value kept in the browser's own storage under one key; `current` is reactive. */
export class StoredValue<Value extends object> {
  readonly #storage: Storage | null;
  readonly #key: string;
  readonly #parse: (text: string | null) => Value;
  #current: Value;
  #lasting: boolean;

  /**
   * @param storage null where the browser forbids it
   * @param parse a value of any stored text, and of none; never throws
   */
  constructor(storage: Storage | null, key: string, parse: (text: string | null) => Value) {
    this.#storage = storage;
    this.#key = key;
    this.#parse = parse;
    this.#current = $state.raw(parse(storage?.getItem(key) ?? null));
    this.#lasting = $state.raw(storage !== null);
  }

  get current(): Value {
    return this.#current;
  }

  /** False where the browser's storage is forbidden or full: the value lasts as long as the page. */
  get lasting(): boolean {
    return this.#lasting;
  }

  change(patch: Partial<Value>): void {
    this.#current = { ...this.#current, ...patch };
    this.#save(JSON.stringify(this.#current));
  }

  /** Back to what is there without anything stored. */
  reset(): void {
    this.#current = this.#parse(null);
    this.#storage?.removeItem(this.#key);
  }

  #save(text: string): void {
    try {
      this.#storage?.setItem(this.#key, text);
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
