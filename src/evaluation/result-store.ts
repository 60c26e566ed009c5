import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { KEPT } from '../core/session/kept-places.ts';
import type { ClipProblem } from './clip-problem.ts';
import type { ClipResult } from './clip-result.ts';

/** How a clip came out, where that is certain to be so again. */
export type KeptOutcome =
  | { readonly state: 'finished'; readonly result: ClipResult }
  | { readonly state: 'failed'; readonly problem: Extract<ClipProblem, { kind: 'no-face' }> };

/** Finished clips by key. Every call rejects where the browser's storage fails. */
export interface ResultStore {
  get(key: string): Promise<KeptOutcome | undefined>;
  put(key: string, outcome: KeptOutcome): Promise<void>;
  count(): Promise<number>;
  clear(): Promise<void>;
}

const { name: NAME } = KEPT.results;
/** To be raised with every change of KeptOutcome: what is kept of an older form is dropped. */
const VERSION = 5;
const CLIPS = 'clips';

interface Schema extends DBSchema {
  [CLIPS]: { key: string; value: KeptOutcome };
}

/** The store on this device, in IndexedDB. Rejects where the browser keeps nothing. */
export async function openResultStore(): Promise<ResultStore> {
  const db = await openDB<Schema>(NAME, VERSION, {
    upgrade(opened) {
      for (const name of opened.objectStoreNames) opened.deleteObjectStore(name);
      opened.createObjectStore(CLIPS);
    },
    // Another tab with a newer page must not wait for this one.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
  return storeIn(db);
}

function storeIn(db: IDBPDatabase<Schema>): ResultStore {
  return {
    get: (key) => db.get(CLIPS, key),
    async put(key, outcome) {
      await db.put(CLIPS, outcome, key);
    },
    count: () => db.count(CLIPS),
    clear: () => db.clear(CLIPS),
  };
}
