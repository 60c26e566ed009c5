import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packSources } from '../../src/packs/open-source.ts';
import { resolvePack } from '../../src/packs/resolve-pack.ts';
import { FakeCheckedFiles } from '../support/file-sources.ts';

const FOLDER = new URL('../fixtures/tiny-pack/', import.meta.url);
const NAMES = ['pack.json', 'encoder.onnx', 'head.onnx'];
const MANIFEST_SHA256 = createHash('sha256')
  .update(readFileSync(new URL('pack.json', FOLDER)))
  .digest('hex');
const { signal } = new AbortController();

function droppedFiles(): Map<string, Blob> {
  return new Map(NAMES.map((name) => [name, new Blob([readFileSync(new URL(name, FOLDER))])]));
}

function resolve(files: ReadonlyMap<string, Blob>) {
  const open = packSources('http://localhost/models/', new FakeCheckedFiles());
  return resolvePack(open({ kind: 'dropped', sha256: MANIFEST_SHA256, files }), signal);
}

test('a dropped pack gives its manifest and its checked files', async () => {
  const { pack, sha256, source } = await resolve(droppedFiles());
  expect(sha256).toBe(MANIFEST_SHA256);
  const sizes: number[] = [];
  const received = (bytes: number) => sizes.push(bytes);
  const bytes = await source.file(pack.encoder).read({ signal, received });
  expect([bytes.length, ...sizes]).toEqual([pack.encoder.bytes, pack.encoder.bytes]);
});

test('a file that has changed since it was dropped is not run', async () => {
  const files = droppedFiles();
  const { pack, source } = await resolve(files);
  const bytes = new Uint8Array(pack.encoder.bytes);
  bytes[0] = 8;
  files.set('encoder.onnx', new Blob([bytes]));
  const events = { signal, received: () => undefined };
  await expect(source.file(pack.encoder).read(events)).rejects.toMatchObject({
    failure: { kind: 'asset-corrupt', name: 'encoder.onnx' },
  });
  files.delete('head.onnx');
  await expect(source.file(pack.heads[0]!).read(events)).rejects.toMatchObject({
    failure: { kind: 'asset-missing', name: 'head.onnx' },
  });
});

test('a manifest that has changed since it was dropped is not read', async () => {
  const files = droppedFiles();
  files.set('pack.json', new Blob(['{}']));
  await expect(resolve(files)).rejects.toMatchObject({
    failure: { kind: 'asset-corrupt', name: 'pack.json' },
  });
});

test('a reference to a dropped pack is told from another’s by its digest', () => {
  const ref = (sha256: string) =>
    JSON.stringify({ kind: 'dropped', sha256, files: droppedFiles() });
  expect(ref('ab12')).toBe('{"kind":"dropped","sha256":"ab12","files":{}}');
});
