import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KEPT } from '../../../src/core/session/kept-places.ts';
import { openDropped } from '../../../src/packs/import/open-dropped.ts';
import type { DroppedPack } from '../../../src/packs/import/read-pack.ts';
import { keepPack } from '../../../src/packs/stored/keep-pack.ts';
import {
  deleteStored,
  storedFile,
  storedFiles,
  storedPacks,
} from '../../../src/packs/stored/pack-folder.ts';
import { removeUnfinishedPacks } from '../../../src/packs/stored/unfinished.ts';
import { FakeFolder } from '../../support/fake-file-system.ts';

const NAMES = ['pack.json', 'encoder.onnx', 'head.onnx', 'head-scaled.onnx', 'CARD.md'];
const FOLDER = new URL('../../fixtures/tiny-pack/', import.meta.url);
const unheard = () => undefined;

let root: FakeFolder;
let room: { bytes: number };

beforeEach(() => {
  room = { bytes: Infinity };
  root = new FakeFolder('', room);
  vi.stubGlobal('navigator', {
    storage: { getDirectory: () => Promise.resolve(root) },
    locks: { request: (_: string, work: () => Promise<unknown>) => work() },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function tinyPack(): Promise<DroppedPack> {
  const files = NAMES.map((name) => ({
    path: name,
    file: new Blob([readFileSync(new URL(name, FOLDER))]),
  }));
  const found = await openDropped(files);
  if (found.kind !== 'pack') throw new Error('It is no pack.');
  return found.dropped;
}

const packsFolder = () => root.getDirectoryHandle(KEPT.packs.name, { create: true });

test('a pack is kept, listed, given again and deleted', async () => {
  const dropped = await tinyPack();
  const { sha256, files } = dropped.ref;
  const bytes = [...files.values()].reduce((sum, { size }) => sum + size, 0);
  let written = 0;
  expect(await keepPack(dropped, (piece) => (written += piece))).toEqual({ added: true });
  expect(written).toBe(bytes);
  expect(await storedPacks()).toMatchObject([{ sha256, bytes, pack: { id: 'tiny-pack' } }]);
  expect([...(await storedFiles(sha256)).keys()].toSorted()).toEqual(NAMES.toSorted());
  const encoder = await storedFile(sha256, 'encoder.onnx');
  expect(await encoder?.arrayBuffer()).toEqual(await files.get('encoder.onnx')?.arrayBuffer());
  await deleteStored(sha256);
  expect(await storedPacks()).toEqual([]);
  expect(await storedFile(sha256, 'encoder.onnx')).toBeNull();
});

test('one that is there is not written again', async () => {
  const dropped = await tinyPack();
  await keepPack(dropped, unheard);
  const written = vi.fn();
  expect(await keepPack(dropped, written)).toEqual({ added: false });
  expect(written).not.toHaveBeenCalled();
});

test('what another tab left unfinished is not listed, and is removed by the next', async () => {
  const packs = await packsFolder();
  const folder = await packs.getDirectoryHandle('ab12', { create: true });
  folder.put('encoder.onnx', new Uint8Array(1000));
  expect(await storedPacks()).toEqual([]);
  await keepPack(await tinyPack(), unheard);
  await expect(packs.getDirectoryHandle('ab12')).rejects.toThrow(DOMException);
});

test('what was cancelled is removed at once, and what is whole stays', async () => {
  await keepPack(await tinyPack(), unheard);
  const packs = await packsFolder();
  const folder = await packs.getDirectoryHandle('ab12', { create: true });
  folder.put('encoder.onnx', new Uint8Array(1000));
  await removeUnfinishedPacks();
  await expect(packs.getDirectoryHandle('ab12')).rejects.toThrow(DOMException);
  expect(await storedPacks()).toHaveLength(1);
});

test('one whose manifest was cut off is written anew', async () => {
  const dropped = await tinyPack();
  const packs = await packsFolder();
  const folder = await packs.getDirectoryHandle(dropped.ref.sha256, { create: true });
  folder.put('pack.json', new Uint8Array(10));
  expect(await keepPack(dropped, unheard)).toEqual({ added: true });
  expect(await storedPacks()).toHaveLength(1);
});

test('without room nothing is left behind', async () => {
  room.bytes = 3000;
  const dropped = await tinyPack();
  await expect(keepPack(dropped, unheard)).rejects.toMatchObject({ name: 'QuotaExceededError' });
  await expect((await packsFolder()).getDirectoryHandle(dropped.ref.sha256)).rejects.toThrow();
});

test('where there is no file system nothing is listed', async () => {
  vi.stubGlobal('navigator', {});
  expect(await storedPacks()).toEqual([]);
});
