import type { CheckedFiles } from '../../src/packs/download/file-cache.ts';
import type { FileSource } from '../../src/packs/download/file-source.ts';
import type { RemoteFile } from '../../src/packs/download/remote-file.ts';
import type { PackSource } from '../../src/packs/pack-source.ts';
import { facePack, type Json } from './packs.ts';

/** Files in memory, in the place of the browser's storage. */
export class FakeCheckedFiles implements CheckedFiles {
  readonly kept = new Map<string, Uint8Array<ArrayBuffer>>();

  find({ name }: RemoteFile) {
    return Promise.resolve(this.kept.get(name) ?? null);
  }

  keep({ name }: RemoteFile, bytes: Uint8Array<ArrayBuffer>) {
    this.kept.set(name, bytes);
    return Promise.resolve();
  }
}

/** A file whose content is its name. */
export function fileSource(name: string): FileSource {
  const content = new TextEncoder().encode(name);
  return {
    name,
    bytes: content.length,
    read({ signal, received }) {
      signal.throwIfAborted();
      received(content.length);
      return Promise.resolve(content);
    },
  };
}

/** A pack of such files. */
export function fakePackSource(manifest: Json = facePack()): PackSource {
  return {
    name: 'test-folder',
    readManifest: () => Promise.resolve(new TextEncoder().encode(JSON.stringify(manifest))),
    file: ({ file }) => fileSource(file),
  };
}
