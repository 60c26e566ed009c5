import { openDB, type IDBPDatabase } from 'idb';
import { valueBytes } from '../value-bytes.ts';
import type { Amount, StorageArea } from './area.ts';

/** What `use` gives of a database; `none` where there is no such database, and none is made. */
async function withDatabase<T>(
  name: string,
  use: (db: IDBPDatabase) => Promise<T>,
  none: T,
): Promise<T> {
  let missing = false as boolean;
  const opening = openDB(name, undefined, {
    upgrade(_db, _old, _new, transaction) {
      missing = true;
      transaction.abort();
      // It rejects as told: nobody needs to hear of it.
      transaction.done.catch(() => undefined);
    },
  });
  try {
    const db = await opening;
    return await use(db).finally(() => {
      db.close();
    });
  } catch (error) {
    if (missing) return none;
    throw error;
  }
}

async function measureStore(db: IDBPDatabase, store: string): Promise<Amount> {
  let items = 0;
  let bytes = 0;
  // One at a time: together they may be more than fits in memory.
  let cursor = await db.transaction(store).store.openCursor();
  while (cursor !== null) {
    items += 1;
    bytes += valueBytes(cursor.key) + valueBytes(cursor.value);
    cursor = await cursor.continue();
  }
  return { items, bytes };
}

/** Sizes are about right (see valueBytes). Databases are emptied and stay: others may have them open. */
export const indexedDbArea: StorageArea = {
  measure: (name) =>
    withDatabase(
      name,
      async (db) => {
        const amounts = await Promise.all(
          [...db.objectStoreNames].map((store) => measureStore(db, store)),
        );
        return {
          items: amounts.reduce((sum, { items }) => sum + items, 0),
          bytes: amounts.reduce((sum, { bytes }) => sum + bytes, 0),
        };
      },
      { items: 0, bytes: 0 },
    ),
  clear: (name) =>
    withDatabase(
      name,
      async (db) => {
        await Promise.all([...db.objectStoreNames].map((store) => db.clear(store)));
      },
      undefined,
    ),
};
