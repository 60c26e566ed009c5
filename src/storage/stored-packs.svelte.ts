import type { PackBlob, PackRef } from '../core/pack/pack-ref.ts';
import { KEPT } from '../core/session/kept-places.ts';
import {
  deleteStored,
  storedFiles,
  storedPacks,
  type StoredPack,
} from '../packs/stored/pack-folder.ts';
import { removeUnfinishedPacks } from '../packs/stored/unfinished.ts';

/** The packs that a visitor has brought and this device keeps; other tabs tell of theirs. */
export class StoredPacks {
  readonly #channel = new BroadcastChannel(KEPT.packs.name);
  #list = $state.raw<readonly StoredPack[]>([]);

  constructor() {
    this.#channel.onmessage = () => void this.look();
  }

  /** As of the last look, the newest first. */
  get list(): readonly StoredPack[] {
    return this.#list;
  }

  /** Looks what is there. Never rejects. */
  async look(): Promise<readonly StoredPack[]> {
    return (this.#list = await storedPacks());
  }

  /** One was added: looks again, here and in other tabs. Never rejects. */
  async changed(): Promise<void> {
    this.#channel.postMessage(null);
    await this.look();
  }

  /** Never rejects: what remains is in `list`. */
  async remove(sha256: string): Promise<void> {
    await deleteStored(sha256).catch(() => undefined);
    await this.changed();
  }

  /** What a cancelled import has left behind is removed. Never rejects. */
  async removeUnfinished(): Promise<void> {
    await removeUnfinishedPacks().catch(() => undefined);
  }

  /** All files of a kept pack, by name. Rejects where it is not there any more. */
  files(sha256: string): Promise<ReadonlyMap<string, PackBlob>> {
    return storedFiles(sha256);
  }

  /** Names the kept pack with this id, the newest where there are several; null where there is none. */
  async find(id: string): Promise<PackRef | null> {
    const found = (await this.look()).find(({ pack }) => pack.id === id);
    return found === undefined ? null : { kind: 'stored', sha256: found.sha256 };
  }

  close(): void {
    this.#channel.close();
  }
}
