import { KEPT, type KeptArea, type KeptId } from '../core/session/kept-places.ts';
import type { Amount, StorageArea } from './areas/area.ts';
import { cacheArea } from './areas/cache-storage.ts';
import { fileSystemArea } from './areas/file-system.ts';
import { indexedDbArea } from './areas/indexed-db.ts';
import { localArea } from './areas/local-storage.ts';
import type { StoredSettings } from './settings.svelte.ts';

export interface KeptEntry {
  readonly id: KeptId;
  /** Null where the browser keeps nothing there. */
  readonly amount: Amount | null;
}

const IDS = Object.keys(KEPT) as KeptId[];

/** The register of all that the page keeps on this device, with sizes, and the means to delete it. */
export class KeptOnDevice {
  readonly #settings: StoredSettings;
  readonly #areas: Readonly<Record<KeptArea, StorageArea>>;
  #entries = $state.raw<readonly KeptEntry[] | null>(null);

  /** @param storage local storage; null where the browser forbids it */
  constructor(storage: Storage | null, settings: StoredSettings) {
    this.#settings = settings;
    this.#areas = {
      'local-storage': localArea(storage),
      'indexed-db': indexedDbArea,
      'cache-storage': cacheArea,
      'file-system': fileSystemArea,
    };
  }

  /** As of the last `measure`; null before the first. */
  get entries(): readonly KeptEntry[] | null {
    return this.#entries;
  }

  /** Looks again at how much is kept. Never rejects. */
  async measure(): Promise<void> {
    this.#entries = await Promise.all(
      IDS.map(async (id) => ({ id, amount: await this.#amount(id) })),
    );
  }

  /** Deletes one entry, or all, and measures again. Never rejects: what remains is in `entries`. */
  async delete(ids: readonly KeptId[] = IDS): Promise<void> {
    await Promise.all(ids.map((id) => this.#clear(id).catch(() => undefined)));
    await this.measure();
  }

  async #amount(id: KeptId): Promise<Amount | null> {
    const { area, name } = KEPT[id];
    return this.#areas[area].measure(name).catch(() => null);
  }

  async #clear(id: KeptId): Promise<void> {
    const { area, name } = KEPT[id];
    await this.#areas[area].clear(name);
    // The page would keep them again with the next change.
    if (id === 'settings') this.#settings.reset();
  }
}
