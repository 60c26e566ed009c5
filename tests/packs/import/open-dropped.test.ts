import { zipSync, type Zippable } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import type { ImportProblem } from '../../../src/packs/import/import-problem.ts';
import {
  openDropped,
  type Dropped,
  type DroppedFile,
} from '../../../src/packs/import/open-dropped.ts';
import { savePack } from '../../../src/packs/import/save-pack.ts';
import { onnxFile } from '../../support/onnx-file.ts';
import { changed, type Json } from '../../support/packs.ts';
import {
  bytesOf,
  fixture,
  lyingZip,
  otherBytes,
  TINY_PACK_FILES,
  tinyManifest,
  tinyPack,
} from '../../support/wrong-packs.ts';

const dropped = (path: string, bytes: Uint8Array<ArrayBuffer> | string): DroppedFile => ({
  path,
  file: new Blob([bytes]),
});
const zipped = (files: Zippable) => [dropped('pack.zip', zipSync(files))];

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
    ['a zip', () => zipped(tinyPack())],
    [
      'a zip of a folder, with what a Mac adds',
      () => zipped({ 'tiny-pack': tinyPack(), '__MACOSX/x': bytesOf('') }),
    ],
    ['a folder', () => inFolder(tinyPack())],
  ])('finds a pack in %s', async (_, files) => {
    const found = await openDropped(files());
    expect(found).toMatchObject({ kind: 'pack', dropped: { pack: { id: 'tiny-pack' } } });
    if (found.kind !== 'pack') return;
    expect([...found.dropped.ref.files.keys()].toSorted()).toEqual(TINY_PACK_FILES.toSorted());
    const saved = await savePack(found.dropped.ref.files);
    expect(await openDropped([dropped('again.zip', saved)])).toMatchObject({
      dropped: { ref: { sha256: found.dropped.ref.sha256 } },
    });
  });

  test('tells how much of bare networks has been read', async () => {
    const bytes = onnxFile();
    const told = vi.fn();
    await openDropped([dropped('a.onnx', bytes), dropped('b.onnx', bytes)], told);
    const total = 2 * bytes.length;
    expect(told.mock.calls).toEqual([
      [{ loaded: bytes.length, total }],
      [{ loaded: total, total }],
    ]);
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

const GIB = 2 ** 30;
/** Bytes of VideoMAEv2 ViT-g/14 in float32, in files as the exporter splits them. */
const GIANT = [534, 528, 505, 505, 505, 505, 505, 473].map((megabytes) => megabytes * 1e6);

/** A pack whose manifest can be read, and whose weights only claim their sizes. */
function withWeights(sizes: readonly number[]): DroppedFile[] {
  const manifest = JSON.parse(new TextDecoder().decode(fixture('tiny-pack/pack.json'))) as Json;
  const weights = sizes.map((bytes, i) => ({ file: `w${i}.data`, sha256: 'a'.repeat(64), bytes }));
  const pack = changed(manifest, 'encoder.data', weights);
  return [
    ...inFolder({ 'pack.json': bytesOf(JSON.stringify(pack)) }),
    ...['encoder.onnx', 'head.onnx', 'head-scaled.onnx', 'CARD.md'].map((name) =>
      claiming(`tiny-pack/${name}`, 1000),
    ),
    ...weights.map(({ file, bytes }) => claiming(`tiny-pack/${file}`, bytes)),
  ];
}

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
      () => Array.from({ length: 5 }, (_, i) => claiming(`${i}.onnx`, GIB)),
      { kind: 'too-large', bytes: 5 * GIB },
    ],
    [
      '65 files',
      () => Array.from({ length: 65 }, (_, i) => claiming(`${i}.onnx`, 1)),
      { kind: 'too-many-files', count: 65, most: 64 },
    ],
    [
      'a pack of more weights than WebAssembly has memory, before any is read',
      () => withWeights(GIANT),
      { kind: 'model-too-large', most: 4 * GIB },
    ],
    [
      'a text that calls itself zip',
      () => [dropped('pack.zip', 'hello')],
      { kind: 'archive-broken', file: 'pack.zip' },
    ],
    ['half a zip', () => zipFile(zipSync(tinyPack()).slice(0, 900)), { kind: 'archive-broken' }],
    [
      'a zip of 65 entries',
      () =>
        zipped(Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`f${i}`, bytesOf('')]))),
      { kind: 'too-many-files' },
    ],
    [
      'a zip bomb that says so',
      () => zipFile(lyingZip(zipSync({ 'pack.json': bytesOf('{}') }), 3 * GIB)),
      { kind: 'too-large', file: 'pack.json', bytes: 3 * GIB },
    ],
    [
      'a zip bomb that lies',
      () => zipFile(lyingZip(zipSync({ 'pack.json': new Uint8Array(20_000_000).fill(32) }), 10)),
      { kind: 'manifest-invalid', reason: 'is not JSON' },
    ],
    [
      'an entry that climbs out',
      () => zipped({ ...tinyPack(), '../evil.onnx': bytesOf('') }),
      { kind: 'bad-path', path: '../evil.onnx' },
    ],
    [
      'an absolute entry',
      () => zipped({ '/etc/passwd': bytesOf('') }),
      { kind: 'bad-path', path: '/etc/passwd' },
    ],
    [
      'an entry with backslashes',
      () => zipped({ 'a\\..\\b.onnx': bytesOf('') }),
      { kind: 'bad-path' },
    ],
    ['an entry on a drive', () => zipped({ 'C:evil.onnx': bytesOf('') }), { kind: 'bad-path' }],
    [
      'a manifest that is no JSON',
      () => zipped(tinyPack({ 'pack.json': bytesOf('{') })),
      { kind: 'manifest-invalid', reason: 'is not JSON' },
    ],
    [
      'a manifest of five megabytes',
      () => inFolder(tinyPack({ 'pack.json': new Uint8Array(5 * 2 ** 20) })),
      { kind: 'too-large', file: 'pack.json', bytes: 5_242_880, most: 4_194_304 },
    ],
    [
      'a manifest that does not fit',
      () => zipped(tinyPack({ 'pack.json': tinyManifest('"size": 48', '"size": 0') })),
      { kind: 'manifest-invalid', field: 'encoder.input.size' },
    ],
    [
      'a manifest that points elsewhere',
      () => zipped(tinyPack({ 'pack.json': tinyManifest('"encoder.onnx"', '"../encoder.onnx"') })),
      { kind: 'manifest-invalid', field: 'encoder.file' },
    ],
    [
      'a pack without its head',
      () => zipped(tinyPack({ 'head.onnx': null })),
      { kind: 'file-missing', file: 'head.onnx' },
    ],
    [
      'a pack without its card',
      () => zipped(tinyPack({ 'CARD.md': null })),
      { kind: 'file-missing', file: 'CARD.md' },
    ],
    [
      'a file of another length',
      () => zipped(tinyPack({ 'head.onnx': bytesOf('short') })),
      { kind: 'wrong-length', file: 'head.onnx', found: 5 },
    ],
    [
      'a file of other bytes',
      () => zipped(tinyPack({ 'head.onnx': otherBytes('tiny-pack/head.onnx') })),
      { kind: 'wrong-sha256', file: 'head.onnx' },
    ],
    [
      'an encoder of another size',
      () => zipped(tinyPack({ 'pack.json': tinyManifest('"size": 48', '"size": 64') })),
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
