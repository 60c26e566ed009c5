import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { KEPT } from '../../core/session/kept-places.ts';
import type { Backend } from '../../core/session/backend.ts';

/** Which backend was the faster one. Where the browser keeps nothing, nothing is ever known. */
export interface BackendMemory {
  get(key: string): Promise<Backend['kind'] | undefined>;
  set(key: string, kind: Backend['kind']): Promise<void>;
}

const { name: NAME } = KEPT.backends;
const FASTER = 'faster';

interface Schema extends DBSchema {
  [FASTER]: { key: string; value: Backend['kind'] };
}

async function withDatabase<T>(use: (db: IDBPDatabase<Schema>) => Promise<T>) {
  try {
    const db = await openDB<Schema>(NAME, 1, {
      upgrade(opened) {
        opened.createObjectStore(FASTER);
      },
    });
    return await use(db).finally(() => {
      db.close();
    });
  } catch {
    return undefined;
  }
}

/** The memory on this device, in IndexedDB. */
export const backendMemory: BackendMemory = {
  get: (key) => withDatabase((db) => db.get(FASTER, key)),
  async set(key, kind) {
    await withDatabase((db) => db.put(FASTER, kind, key));
  },
};
