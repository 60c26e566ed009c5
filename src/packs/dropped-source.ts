import { FailureError } from '../core/session/failure.ts';
import type { PackBlob } from '../core/pack/pack-ref.ts';
import type { FileSource } from './download/file-source.ts';
import { verify } from './download/verify.ts';
import { MANIFEST, type PackSource } from './pack-source.ts';

/** A pack in files that the visitor has brought. Their bytes are read where they are used, once. */
export function droppedSource(files: ReadonlyMap<string, PackBlob>): PackSource {
  return {
    name: MANIFEST,
    async readManifest(signal) {
      const bytes = await read(files, MANIFEST);
      signal.throwIfAborted();
      return bytes;
    },
    file: ({ file, bytes, sha256 }): FileSource => ({
      name: file,
      bytes,
      async read({ signal, received }) {
        const found = await read(files, file);
        signal.throwIfAborted();
        await verify({ name: file, bytes, sha256 }, found);
        received(found.length);
        return found;
      },
    }),
  };
}

async function read(
  files: ReadonlyMap<string, PackBlob>,
  name: string,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const blob = files.get(name);
    if (blob !== undefined) return new Uint8Array(await blob.arrayBuffer());
  } catch (cause) {
    // Moved or changed since it was dropped.
    throw new FailureError({ kind: 'asset-missing', name, status: null }, { cause });
  }
  throw new FailureError({ kind: 'asset-missing', name, status: null });
}
