import { KEPT } from '../../core/session/kept-places.ts';
import type { RemoteFile } from './remote-file.ts';

/** Files that were fetched and checked on an earlier visit. */
export interface CheckedFiles {
  /** The bytes of a file with this content; null where there is none. */
  find(file: RemoteFile): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Keeps a file, in the place of earlier versions. The bytes are copied before it returns. */
  keep(file: RemoteFile, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

const { name: NAME } = KEPT.files;

/** Under what a file is kept: its name, so that a new version finds the old one, and its content. */
function keyOf({ name, sha256 }: RemoteFile): string | null {
  return sha256 === null ? null : `/${encodeURIComponent(name)}?${sha256}`;
}

/** What `use` gives; null where the browser keeps nothing, or has no room. */
async function withCache<T>(use: (cache: Cache) => Promise<T>): Promise<T | null> {
  try {
    return await use(await caches.open(NAME));
  } catch {
    return null;
  }
}

/**
 * The files on this device, in Cache Storage. They are read as they are, which takes a quarter of
 * the time that the browser's own cache needs to decompress them, and the server is not asked.
 */
export const checkedFiles: CheckedFiles = {
  async find(file) {
    const key = keyOf(file);
    if (key === null) return null;
    return withCache(async (cache) => {
      const response = await cache.match(key);
      return response === undefined ? null : new Uint8Array(await response.arrayBuffer());
    });
  },
  async keep(file, bytes) {
    const key = keyOf(file);
    if (key === null) return;
    const response = new Response(bytes);
    await withCache(async (cache) => {
      await cache.delete(key, { ignoreSearch: true });
      await cache.put(key, response);
    });
  },
};
