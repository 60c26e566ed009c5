import { zipSync } from 'fflate';
import type { PackBlob } from '../../core/pack/pack-ref.ts';

/** Archives with the same content are the same, whenever they were made. */
const NO_DATE = '1980-01-01';

/** A pack's files as a zip; networks hardly shrink, so they are stored as they are. */
export async function savePack(
  files: ReadonlyMap<string, PackBlob>,
): Promise<Uint8Array<ArrayBuffer>> {
  const entries = [...files].map(
    async ([name, blob]) => [name, new Uint8Array(await blob.arrayBuffer())] as const,
  );
  return zipSync(Object.fromEntries(await Promise.all(entries)), { level: 0, mtime: NO_DATE });
}
