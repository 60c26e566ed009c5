import { readFileSync } from 'node:fs';
import { zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ImportProblem } from '../../../src/packs/import/import-problem.ts';
import {
  openDropped,
  type Dropped,
  type DroppedFile,
} from '../../../src/packs/import/open-dropped.ts';
import { savePack } from '../../../src/packs/import/save-pack.ts';
import { onnxFile } from '../../support/onnx-file.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const NAMES = ['pack.json', 'encoder.onnx', 'head.onnx', 'head-scaled.onnx', 'CARD.md'];

const fixture = (path: string) => new Uint8Array(readFileSync(new URL(path, FIXTURES)));
const text = (value: string) => new TextEncoder().encode(value);

/** The tiny pack's files, some replaced; null leaves one out. */
function packFiles(changes: Record<string, Uint8Array | null> = {}): Zippable {
  const all = Object.fromEntries(NAMES.map((name) => [name, fixture(`tiny-pack/${name}`)]));
  const files = Object.entries({ ...all, ...changes }).filter(([, bytes]) => bytes !== null);
  return Object.fromEntries(files) as Zippable;
}

const dropped = (path: string, bytes: Uint8Array<ArrayBuffer> | string): DroppedFile => ({
  path,
  file: new Blob([bytes]),
});
const zipped = (files: Zippable) => [dropped('pack.zip', zipSync(files))];

/** The manifest with a text in it replaced. */
function manifest(from: string, to: string): Uint8Array {
  const whole = new TextDecoder().decode(fixture('tiny-pack/pack.json'));
  if (!whole.includes(from)) throw new Error(`There is no ${from}.`);
  return text(whole.replace(from, to));
}

/** A fixture of the same length whose last byte is another. */
function otherBytes(path: string): Uint8Array {
  const bytes = fixture(path);
  bytes[bytes.length - 1]! ^= 1;
  return bytes;
}

/** A file that only claims its size: nobody may read it. */
function claiming(path: string, size: number): DroppedFile {
  const arrayBuffer = () => Promise.reject(new Error('read before it was checked'));
  const file = { size, arrayBuffer, slice: () => file };
  return { path, file };
}

function inFolder(files: Zippable): DroppedFile[] {
  return Object.entries(files).map(([name, bytes]) =>
    dropped(`tiny-pack/${name}`, bytes as Uint8Array<ArrayBuffer>),
  );
}

describe('openDropped', () => {
  test.each<[string, () => readonly DroppedFile[]]>([
    ['a zip', () => zipped(packFiles())],
    [
      'a zip of a folder, with what a Mac adds',
      () => zipped({ 'tiny-pack': packFiles(), '__MACOSX/x': text('') }),
    ],
    ['a folder', () => inFolder(packFiles())],
  ])('finds a pack in %s', async (_, files) => {
    const found = await openDropped(files());
    expect(found).toMatchObject({ kind: 'pack', dropped: { pack: { id: 'tiny-pack' } } });
    if (found.kind !== 'pack') return;
    expect([...found.dropped.ref.files.keys()].toSorted()).toEqual(NAMES.toSorted());
    const saved = await savePack(found.dropped.ref.files);
    expect(await openDropped([dropped('again.zip', saved)])).toMatchObject({
      dropped: { ref: { sha256: found.dropped.ref.sha256 } },
    });
  });

  test('finds bare networks, and a head', async () => {
    expect(await openDropped([dropped('net.onnx', onnxFile())])).toMatchObject({
      kind: 'graphs',
      graphs: [{ file: 'net.onnx', opset: 17 }],
    });
    const head = dropped('mlp.pth', fixture('checkpoints/mlp.pth'));
    expect(await openDropped([head])).toMatchObject({
      kind: 'head',
      head: { modelType: 'MLP', layers: [{ inputs: 8 }, { outputs: 6 }] },
    });
  });
});

/** A zip whose directory and entry both say another length than the entry has. */
function lying(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 <= bytes.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, length, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, length, true);
  }
  return bytes;
}

const GIB = 2 ** 30;
const zipFile = (bytes: Uint8Array<ArrayBuffer>) => [dropped('pack.zip', bytes)];

describe('is refused', () => {
  test.each<[what: string, files: () => readonly DroppedFile[], problem: Partial<ImportProblem>]>([
    ['nothing of use', () => [dropped('a.txt', 'hello')], { kind: 'nothing-found' }],
    ['no files', () => [], { kind: 'nothing-found' }],
    [
      'a file of two gigabytes',
      () => [claiming('net.onnx', 2 * GIB)],
      { kind: 'too-large', file: 'net.onnx', bytes: 2 * GIB, most: GIB },
    ],
    [
      'many large files',
      () => [claiming('a.onnx', GIB), claiming('b.onnx', GIB)],
      { kind: 'too-large', bytes: 2 * GIB },
    ],
    [
      '65 files',
      () => Array.from({ length: 65 }, (_, i) => claiming(`${i}.onnx`, 1)),
      { kind: 'too-many-files', count: 65, most: 64 },
    ],
    [
      'a text that calls itself zip',
      () => [dropped('pack.zip', 'hello')],
      { kind: 'archive-broken', file: 'pack.zip' },
    ],
    ['half a zip', () => zipFile(zipSync(packFiles()).slice(0, 900)), { kind: 'archive-broken' }],
    [
      'a zip of 65 entries',
      () => zipped(Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`f${i}`, text('')]))),
      { kind: 'too-many-files' },
    ],
    [
      'a zip bomb that says so',
      () => zipFile(lying(zipSync({ 'pack.json': text('{}') }), 3 * GIB)),
      { kind: 'too-large', file: 'pack.json', bytes: 3 * GIB },
    ],
    [
      'a zip bomb that lies',
      () => zipFile(lying(zipSync({ 'pack.json': new Uint8Array(20_000_000).fill(32) }), 10)),
      { kind: 'manifest-invalid', reason: 'is not JSON' },
    ],
    [
      'an entry that climbs out',
      () => zipped({ ...packFiles(), '../evil.onnx': text('') }),
      { kind: 'bad-path', path: '../evil.onnx' },
    ],
    [
      'an absolute entry',
      () => zipped({ '/etc/passwd': text('') }),
      { kind: 'bad-path', path: '/etc/passwd' },
    ],
    [
      'an entry with backslashes',
      () => zipped({ 'a\\..\\b.onnx': text('') }),
      { kind: 'bad-path' },
    ],
    ['an entry on a drive', () => zipped({ 'C:evil.onnx': text('') }), { kind: 'bad-path' }],
    [
      'a manifest that is no JSON',
      () => zipped(packFiles({ 'pack.json': text('{') })),
      { kind: 'manifest-invalid', reason: 'is not JSON' },
    ],
    [
      'a manifest of five megabytes',
      () => inFolder(packFiles({ 'pack.json': new Uint8Array(5 * 2 ** 20) })),
      { kind: 'too-large', file: 'pack.json', bytes: 5_242_880, most: 4_194_304 },
    ],
    [
      'a manifest that does not fit',
      () => zipped(packFiles({ 'pack.json': manifest('"size": 48', '"size": 0') })),
      { kind: 'manifest-invalid', field: 'encoder.input.size' },
    ],
    [
      'a manifest that points elsewhere',
      () => zipped(packFiles({ 'pack.json': manifest('"encoder.onnx"', '"../encoder.onnx"') })),
      { kind: 'manifest-invalid', field: 'encoder.file' },
    ],
    [
      'a pack without its head',
      () => zipped(packFiles({ 'head.onnx': null })),
      { kind: 'file-missing', file: 'head.onnx' },
    ],
    [
      'a pack without its card',
      () => zipped(packFiles({ 'CARD.md': null })),
      { kind: 'file-missing', file: 'CARD.md' },
    ],
    [
      'a file of another length',
      () => zipped(packFiles({ 'head.onnx': text('short') })),
      { kind: 'wrong-length', file: 'head.onnx', found: 5 },
    ],
    [
      'a file of other bytes',
      () => zipped(packFiles({ 'head.onnx': otherBytes('tiny-pack/head.onnx') })),
      { kind: 'wrong-sha256', file: 'head.onnx' },
    ],
    [
      'an encoder of another size',
      () => zipped(packFiles({ 'pack.json': manifest('"size": 48', '"size": 64') })),
      {
        kind: 'shape-wrong',
        file: 'encoder.onnx',
        tensor: 'image',
        shape: 'batch×1×48×48',
        field: 'encoder.input',
        expected: '1×1×64×64',
      },
    ],
  ])('%s', async (_, files, problem) => {
    const found: Dropped = await openDropped(files());
    expect(found.kind).toBe('refused');
    expect(found.kind === 'refused' && found.problems[0]).toMatchObject(problem);
  });
});
