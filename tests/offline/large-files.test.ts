import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KEPT } from '../../src/core/session/kept-places.ts';
import type { LargeFile } from '../../src/offline/files.ts';
import { addNewVersions, deleteOldVersions } from '../../src/offline/large-files.ts';
import { keyOf } from '../../src/packs/download/file-cache.ts';
import { FakeCaches } from '../support/fake-caches.ts';

const SCOPE = 'https://page.example/';

function largeFile(name: string, content: string): LargeFile {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { name, path: `models/${name}`, bytes: content.length, sha256 };
}

const OLD = largeFile('p/encoder.onnx', '\u{8}old');
const NEW = largeFile('p/encoder.onnx', '\u{8}new');
const UNUSED = largeFile('q/encoder.onnx', '\u{8}other');

let caches: FakeCaches;
const fetched = vi.fn<(address: string) => Promise<Response>>();

beforeEach(async () => {
  caches = new FakeCaches();
  vi.stubGlobal('caches', caches);
  vi.stubGlobal('fetch', fetched);
  fetched.mockReset();
  const cache = await caches.open(KEPT.files.name);
  await cache.put(keyOf(OLD), new Response('\u{8}old'));
});

afterEach(() => vi.unstubAllGlobals());

const kept = () =>
  caches.addresses(KEPT.files.name).map((address) => address.slice(SCOPE.length - 1));

test('addNewVersions(files) fetches what this device has an older version of, and keeps both', async () => {
  fetched.mockImplementation(() => Promise.resolve(new Response('\u{8}new')));
  await addNewVersions([NEW, UNUSED], SCOPE);
  expect(fetched.mock.calls.map(([address]) => address)).toEqual([`${SCOPE}models/p/encoder.onnx`]);
  expect(kept()).toEqual([keyOf(OLD), keyOf(NEW)]);
  await addNewVersions([NEW], SCOPE);
  expect(fetched).toHaveBeenCalledTimes(1);
});

test('addNewVersions(files) rejects and keeps the old one where the new one is not as built', async () => {
  fetched.mockImplementation(() => Promise.resolve(new Response('\u{8}ne')));
  await expect(addNewVersions([NEW], SCOPE)).rejects.toThrow();
  expect(kept()).toEqual([keyOf(OLD)]);
});

test('deleteOldVersions(files) leaves the new versions, and what is of other origin', async () => {
  const cache = await caches.open(KEPT.files.name);
  const own = keyOf({ name: 'own/encoder.onnx', sha256: 'a' });
  await cache.put(keyOf(NEW), new Response('\u{8}new'));
  await cache.put(own, new Response('own'));
  await deleteOldVersions([NEW, UNUSED]);
  expect(kept()).toEqual([keyOf(NEW), own]);
});
