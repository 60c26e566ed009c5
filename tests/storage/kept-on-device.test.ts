import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KEPT, type KeptId } from '../../src/core/session/kept-places.ts';
import { KeptOnDevice } from '../../src/storage/kept-on-device.svelte.ts';
import { StoredSettings } from '../../src/storage/settings.svelte.ts';
import { FakeCaches } from '../support/fake-caches.ts';
import { FakeFolder } from '../support/fake-file-system.ts';
import { fakeStorage } from '../support/fake-storage.ts';

let root: FakeFolder;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal('caches', new FakeCaches());
  vi.stubGlobal('navigator', { storage: { getDirectory: () => Promise.resolve(root) } });
  root = new FakeFolder('');
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const NOTHING = { items: 0, bytes: 0 };

async function keepInDatabase(id: 'backends' | 'results', key: string, value: unknown) {
  const db = await openDB(KEPT[id].name, 3, {
    upgrade(opened) {
      opened.createObjectStore('store');
    },
  });
  await db.put('store', value, key);
  db.close();
}

async function keepFile(bytes: number): Promise<void> {
  const cache = await caches.open(KEPT.files.name);
  await cache.put('/model', new Response(new Uint8Array(bytes)));
}

async function keepPack(...sizes: number[]): Promise<void> {
  const packs = await root.getDirectoryHandle(KEPT.packs.name, { create: true });
  const folder = await packs.getDirectoryHandle('ab12', { create: true });
  for (const size of sizes) folder.put(`${size}.onnx`, new Uint8Array(size));
}

async function openFilled() {
  const storage = fakeStorage();
  const settings = new StoredSettings(storage);
  settings.change({ alpha: 0.4 });
  storage.setItem(KEPT.readySetup.name, 'setup');
  await keepInDatabase('backends', 'ab', 'wasm');
  await keepInDatabase('results', 'clip', { logits: new Float32Array(100), read: 7 });
  await keepFile(4096);
  await keepPack(100, 200);
  const kept = new KeptOnDevice(storage, settings);
  await kept.measure();
  return { kept, settings, storage };
}

const amountOf = (kept: KeptOnDevice, id: KeptId) =>
  kept.entries?.find((entry) => entry.id === id)?.amount;

test('the register measures every place', async () => {
  const { kept, storage } = await openFilled();
  const text = storage.getItem(KEPT.settings.name) ?? '';
  expect(kept.entries).toEqual([
    { id: 'settings', amount: { items: 1, bytes: 2 * (text.length + KEPT.settings.name.length) } },
    {
      id: 'readySetup',
      amount: { items: 1, bytes: 2 * ('setup'.length + KEPT.readySetup.name.length) },
    },
    { id: 'booth', amount: NOTHING },
    { id: 'boothCounts', amount: NOTHING },
    { id: 'boothTargets', amount: NOTHING },
    { id: 'backends', amount: { items: 1, bytes: 2 * ('ab'.length + 'wasm'.length) } },
    {
      id: 'results',
      amount: {
        items: 1,
        bytes: 2 * 'clip'.length + 2 * 'logits'.length + 400 + 2 * 'read'.length + 8,
      },
    },
    { id: 'program', amount: { items: 0, bytes: 0 } },
    { id: 'files', amount: { items: 1, bytes: 4096 } },
    { id: 'packs', amount: { items: 1, bytes: 300 } },
  ]);
});

test('one entry is deleted and the others stay', async () => {
  const { kept } = await openFilled();
  await kept.delete(['results']);
  expect(amountOf(kept, 'results')).toEqual(NOTHING);
  expect(kept.entries?.filter(({ amount }) => amount?.items === 1)).toHaveLength(5);
});

test('all is deleted, and settings are what they were at first', async () => {
  const { kept, settings } = await openFilled();
  await kept.delete();
  expect(kept.entries?.every(({ amount }) => amount?.items === 0)).toBe(true);
  expect(settings.current.alpha).toBeNull();
});

test('to measure what is not there makes nothing', async () => {
  const kept = new KeptOnDevice(fakeStorage(), new StoredSettings(null));
  await kept.measure();
  expect(kept.entries?.map(({ amount }) => amount)).toEqual(Object.values(KEPT).map(() => NOTHING));
  expect(await indexedDB.databases()).toEqual([]);
  expect(await caches.has(KEPT.files.name)).toBe(false);
});

test('where the browser keeps nothing the register says so, and deletes without an error', async () => {
  vi.stubGlobal('caches', undefined);
  vi.stubGlobal('indexedDB', undefined);
  vi.stubGlobal('navigator', {});
  const kept = new KeptOnDevice(null, new StoredSettings(null));
  await kept.delete();
  expect(kept.entries?.every(({ amount }) => amount === null)).toBe(true);
});
