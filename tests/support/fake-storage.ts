/** Local storage in memory. @param room how many characters fit */
export function fakeStorage(room = Infinity): Storage {
  const items = new Map<string, string>();
  const used = () => [...items].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      if (used() + key.length + value.length > room) {
        throw new DOMException('', 'QuotaExceededError');
      }
      items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
    clear: () => {
      items.clear();
    },
  };
}

/** Cache Storage in memory, as much of it as is used. */
export function fakeCaches(): CacheStorage {
  const caches = new Map<string, Map<string, Response>>();
  const cacheIn = (entries: Map<string, Response>) => ({
    keys: () => Promise.resolve([...entries.keys()]),
    match: (key: string) => Promise.resolve(entries.get(key)?.clone()),
    put: (key: string, response: Response) => Promise.resolve(void entries.set(key, response)),
  });
  return {
    has: (name: string) => Promise.resolve(caches.has(name)),
    open(name: string) {
      const entries = caches.get(name) ?? new Map<string, Response>();
      caches.set(name, entries);
      return Promise.resolve(cacheIn(entries));
    },
    delete: (name: string) => Promise.resolve(caches.delete(name)),
  } as unknown as CacheStorage;
}
