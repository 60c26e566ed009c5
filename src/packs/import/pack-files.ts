import type { PackBlob } from '../../core/pack/pack-ref.ts';
import type { ModelPack } from '../../core/pack/schema.ts';
import { MANIFEST } from '../pack-source.ts';

/** The files of a pack, by name. */
export function packFiles(
  manifest: ModelPack,
  card: string,
  networks: readonly (readonly [name: string, file: PackBlob])[],
): ReadonlyMap<string, PackBlob> {
  return new Map<string, PackBlob>([
    [MANIFEST, new Blob([JSON.stringify(manifest, null, 2)])],
    [manifest.card, new Blob([card])],
    ...networks,
  ]);
}
