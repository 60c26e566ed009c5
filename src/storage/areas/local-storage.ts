import type { StorageArea } from './area.ts';

/** @param storage null where the browser forbids it */
export function localArea(storage: Storage | null): StorageArea {
  const opened = (): Promise<Storage> =>
    storage === null ? Promise.reject(new Error('no local storage')) : Promise.resolve(storage);
  return {
    async measure(name) {
      const value = (await opened()).getItem(name);
      if (value === null) return { items: 0, bytes: 0 };
      return { items: 1, bytes: 2 * (name.length + value.length) };
    },
    async clear(name) {
      (await opened()).removeItem(name);
    },
  };
}
