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

/** What tells a kept file and its version from others. */
interface Version {
  readonly name: string;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Under what a file is kept: its name, so that a new version finds the old one, and its content. */
export function keyOf({ name, sha256 }: Version): string {
  return `/${encodeURIComponent(name)}?${sha256}`;
}

/** What is kept under an address that `keyOf` made. */
export function keptUnder(address: string): Version {
  const { pathname, search } = new URL(address);
  return { name: decodeURIComponent(pathname.slice(1)), sha256: search.slice(1) };
}

function versionOf({ name, sha256 }: RemoteFile): Version | null {
  return sha256 === null ? null : { name, sha256 };
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
    const version = versionOf(file);
    if (version === null) return null;
    return withCache(async (cache) => {
      const response = await cache.match(keyOf(version));
      return response === undefined ? null : new Uint8Array(await response.arrayBuffer());
    });
  },
  async keep(file, bytes) {
    const version = versionOf(file);
    if (version === null) return;
    const response = new Response(bytes);
    await withCache(async (cache) => {
      const key = keyOf(version);
      const earlier = await cache.keys(key, { ignoreSearch: true });
      await cache.put(key, response);
      // Only now: where there is no room for the new version, the old one is still good.
      const old = earlier.filter(({ url }) => keptUnder(url).sha256 !== version.sha256);
      await Promise.all(old.map((request) => cache.delete(request)));
    });
  },
};
