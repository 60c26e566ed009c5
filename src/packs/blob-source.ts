import { FailureError } from '../core/session/failure.ts';
import type { PackBlob } from '../core/pack/pack-ref.ts';
import { sha256Of } from './download/digest.ts';
import type { FileSource } from './download/file-source.ts';
import { verify } from './download/verify.ts';
import { MANIFEST, type PackSource } from './pack-source.ts';
import { readBlob, type BlobEvents } from './read-blob.ts';

/** Finds a file of a pack by its name; null where there is none. */
export type FindFile = (name: string) => Promise<PackBlob | null>;

/**
 * A pack in files on this device: the visitor's own, or those that are kept. Their bytes are read
 * where they are used, once.
 * @param sha256 of its manifest
 */
export function blobSource(sha256: string, find: FindFile): PackSource {
  return {
    name: MANIFEST,
    async readManifest(signal) {
      const bytes = await read(find, MANIFEST, { signal });
      if ((await sha256Of(bytes)) === sha256) return bytes;
      throw new FailureError({ kind: 'asset-corrupt', name: MANIFEST });
    },
    file: ({ file, bytes, sha256: expected }): FileSource => ({
      name: file,
      bytes,
      async read(events) {
        const found = await read(find, file, events);
        await verify({ name: file, bytes, sha256: expected }, found);
        events.signal.throwIfAborted();
        return found;
      },
    }),
  };
}

async function read(
  find: FindFile,
  name: string,
  events: BlobEvents,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const blob = await find(name);
    if (blob !== null) return await readBlob(blob, events);
  } catch (cause) {
    events.signal?.throwIfAborted();
    // Moved, deleted or changed since it was found.
    throw new FailureError({ kind: 'asset-missing', name, status: null }, { cause });
  }
  throw new FailureError({ kind: 'asset-missing', name, status: null });
}
