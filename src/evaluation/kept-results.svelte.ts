import type { KeptOutcome, ResultStore } from './result-store.ts';

/** The results kept on this device; where storage fails, the page goes on without. */
export class KeptResults implements Pick<ResultStore, 'get' | 'put'> {
  readonly #store: Promise<ResultStore | null>;
  #count = $state.raw<number | null>(null);

  constructor(open: () => Promise<ResultStore>) {
    this.#store = open().catch(() => null);
    void this.#recount();
  }

  /** Null where nothing can be kept. */
  get count(): number | null {
    return this.#count;
  }

  /** Never rejects. */
  async get(key: string): Promise<KeptOutcome | undefined> {
    return (await this.#attempt((store) => store.get(key))) ?? undefined;
  }

  /** Never rejects. */
  async put(key: string, outcome: KeptOutcome): Promise<void> {
    await this.#attempt((store) => store.put(key, outcome));
    await this.#recount();
  }

  /** Never rejects. */
  async clear(): Promise<void> {
    await this.#attempt((store) => store.clear());
    await this.#recount();
  }

  async #recount(): Promise<void> {
    this.#count = await this.#attempt((store) => store.count());
  }

  /** Null where the storage failed: forbidden, full, or deleted under the page. */
  async #attempt<T>(action: (store: ResultStore) => Promise<T>): Promise<T | null> {
    const store = await this.#store;
    if (store === null) return null;
    try {
      return await action(store);
    } catch {
      return null;
    }
  }
}
