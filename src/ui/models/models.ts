import type { ListedPack } from '../../core/pack/listed-pack.ts';
import type { PackImport } from '../../live/pack-import.svelte.ts';
import type { StoredPack } from '../../packs/stored/pack-folder.ts';
import type { StoredPacks } from '../../storage/stored-packs.svelte.ts';

/** The models that are here, and how others come. */
export interface Models {
  /** Those that come with the page. */
  readonly shipped: readonly ListedPack[];
  readonly stored: StoredPacks;
  readonly imports: PackImport;
}

/** All that a visitor can choose from. */
export function allPacks({ shipped, stored }: Models): readonly ListedPack[] {
  return [...shipped, ...stored.list.map(listStored)];
}

function listStored({ sha256, pack: { name, heads } }: StoredPack): ListedPack {
  return { ref: { kind: 'stored', sha256 }, name, heads };
}
