import type { StorageArea } from './area.ts';

async function bytesOf(cache: Cache, request: Request): Promise<number> {
  const response = await cache.match(request);
  return response === undefined ? 0 : (await response.blob()).size;
}

/** Rejects on insecure addresses, where there is no Cache Storage. */
export const cacheArea: StorageArea = {
  async measure(name) {
    if (!(await caches.has(name))) return { items: 0, bytes: 0 };
    const cache = await caches.open(name);
    const requests = await cache.keys();
    const sizes = await Promise.all(requests.map((request) => bytesOf(cache, request)));
    return { items: requests.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  },
  async clear(name) {
    await caches.delete(name);
  },
};
