import { KEPT } from '../core/session/kept-places.ts';
import { keyOf, keptUnder } from '../packs/download/file-cache.ts';
import { fetchAsset } from '../packs/download/fetch-asset.ts';
import type { LargeFile } from './files.ts';

const neverAborted = new AbortController().signal;
const unwatched = () => undefined;

/**
 * Fetches the new versions of the large files that this device has kept, beside the old ones: a new
 * version of the page can then start without a network. Rejects with a FailureError where one does
 * not arrive as it was built.
 */
export async function addNewVersions(files: readonly LargeFile[], scope: string): Promise<void> {
  const cache = await caches.open(KEPT.files.name);
  const names = new Set((await cache.keys()).map(({ url }) => keptUnder(url).name));
  for (const file of files) {
    const key = keyOf(file);
    if (!names.has(file.name) || (await cache.match(key)) !== undefined) continue;
    const url = scope + file.path;
    const bytes = await fetchAsset(
      { ...file, url, revalidate: true },
      { signal: neverAborted, received: unwatched },
    );
    await cache.put(key, new Response(bytes));
  }
}

/** Deletes versions of these files that are not these. */
export async function deleteOldVersions(files: readonly LargeFile[]): Promise<void> {
  const cache = await caches.open(KEPT.files.name);
  const now = new Map(files.map(({ name, sha256 }) => [name, sha256]));
  const old = (await cache.keys()).filter(({ url }) => {
    const { name, sha256 } = keptUnder(url);
    return now.has(name) && now.get(name) !== sha256;
  });
  await Promise.all(old.map((request) => cache.delete(request)));
}
