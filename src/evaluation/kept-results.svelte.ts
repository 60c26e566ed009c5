import type { KeptOutcome, ResultStore } from './result-store.ts';

/** The results kept on this device; where storage fails, the page goes on without. */
export class KeptResults implements Pick<ResultStore, 'get' | 'put'> {
  readonly #store: Promise<ResultStore | null>;
  #count = $state.raw<number | null>(null);
  #lasting = $state.raw(true);

  constructor(open: () => Promise<ResultStore>) {
    this.#store = open().catch(() => null);
    void this.recount();
  }

  /** Null where nothing can be kept. */
  get count(): number | null {
    return this.#count;
  }

  /** False where the browser refused to keep something: results then last as long as the page. */
  get lasting(): boolean {
    return this.#lasting;
  }

  /** Never rejects. */
  async get(key: string): Promise<KeptOutcome | undefined> {
    return (await this.#attempt((store) => store.get(key))) ?? undefined;
  }

  /** Never rejects. */
  async put(key: string, outcome: KeptOutcome): Promise<void> {
    const kept = await this.#attempt(async (store) => {
      await store.put(key, outcome);
      return true;
    });
    this.#lasting = kept === true;
    await this.recount();
  }

  /** Never rejects. */
  async clear(): Promise<void> {
    await this.#attempt((store) => store.clear());
    await this.recount();
  }

  /** They may have been deleted elsewhere. Never rejects. */
  async recount(): Promise<void> {
    this.#count = await this.#attempt((store) => store.count());
    if (this.#count === null) this.#lasting = false;
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
