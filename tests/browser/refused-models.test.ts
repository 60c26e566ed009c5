import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { DEFAULT_PACK_NAME } from '../support/default-pack.ts';
import { onnxFile } from '../support/onnx-file.ts';
import { changedCheckpoint, pickledCheckpoint } from '../support/wrong-checkpoints.ts';
import { bytesOf, lyingZip, otherBytes, tinyManifest, tinyPack } from '../support/wrong-packs.ts';
import { drop } from './support/drop.ts';
import { folderOf } from './support/folder.ts';
import { visit } from './support/launch.ts';
import { startDrawnFace, untilRead } from './support/page.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const GIB = 2 ** 30;

const tinyZip = (changes: Record<string, Bytes | null>): Bytes => zipSync(tinyPack(changes));
const withManifest = (from: string, to: string) => tinyZip({ 'pack.json': tinyManifest(from, to) });
const entries = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, bytesOf('')]));

/** What is dropped, under a name of its own, and the sentence that the page says of it. */
const WRONG: readonly (readonly [name: string, bytes: () => Bytes, said: string])[] = [
  [
    'notes.zip',
    () => zipSync({ 'notes.txt': bytesOf('hello') }),
    'There is no pack (pack.json), no',
  ],
  ['text.zip', () => bytesOf('hello'), 'The archive “text.zip” cannot be unpacked: '],
  ['half.zip', () => zipSync(tinyPack()).slice(0, 900), '“half.zip” cannot be unpacked: '],
  ['many.zip', () => zipSync(entries(65)), 'It has 65 files, and 64 are the most.'],
  [
    'bomb.zip',
    () => lyingZip(zipSync({ 'pack.json': bytesOf('{}') }), 3 * GIB),
    '“pack.json” has 3,221.2 MB, and 1,073.7 MB are the most.',
  ],
  [
    'lying.zip',
    () => lyingZip(zipSync({ 'pack.json': new Uint8Array(20_000_000).fill(32) }), 10),
    '“pack.json” is not JSON.',
  ],
  ['climbing.zip', () => tinyZip({ '../evil.onnx': bytesOf('') }), '“../evil.onnx” leads out of'],
  ['absolute.zip', () => zipSync({ '/etc/passwd': bytesOf('') }), '“/etc/passwd” leads out of'],
  ['backslashes.zip', () => zipSync({ 'a\\..\\b.onnx': bytesOf('') }), '“a\\..\\b.onnx” leads out'],
  ['no-json.zip', () => tinyZip({ 'pack.json': bytesOf('{') }), '“pack.json” is not JSON.'],
  ['field.zip', () => withManifest('"size": 48', '"size": 0'), 'The field “encoder.input.size” of'],
  [
    'elsewhere.zip',
    () => withManifest('"encoder.onnx"', '"../encoder.onnx"'),
    'The field “encoder.file” of “pack.json” does not fit',
  ],
  ['no-head.zip', () => tinyZip({ 'head.onnx': null }), '“head.onnx”, which “pack.json” names, is'],
  ['no-card.zip', () => tinyZip({ 'CARD.md': null }), '“CARD.md”, which “pack.json” names, is'],
  ['length.zip', () => tinyZip({ 'head.onnx': bytesOf('short') }), '“head.onnx” has 5 bytes, and'],
  [
    'bytes.zip',
    () => tinyZip({ 'head.onnx': otherBytes('tiny-pack/head.onnx') }),
    '“head.onnx” has the SHA-256 ',
  ],
  [
    'shape.zip',
    () => withManifest('"size": 48', '"size": 64'),
    'is batch×1×48×48, and “encoder.input” says 1×1×64×64.',
  ],
  [
    'golden.zip',
    () => withManifest('"seed": ', '"seed": 1'),
    'It does not compute its golden numbers: the largest difference is ',
  ],
  [
    'external.onnx',
    () => onnxFile({ tensors: [{ name: 'w', dims: [2], bytes: 8, location: '../../etc/passwd' }] }),
    'The tensor “w” of “external.onnx” lies in another file, “../../etc/passwd”',
  ],
  [
    'gigabytes.onnx',
    () => onnxFile({ tensors: [{ name: 'w', dims: [65536, 65536], bytes: 8 }] }),
    '65536×65536 of float32 take 17179869184 bytes, but it has 8',
  ],
  [
    'operator.onnx',
    () => onnxFile({ nodes: [{ op: 'Deform', domain: 'org.example', name: 'Deform_7' }] }),
    'The operator “org.example.Deform” of the node “Deform_7”',
  ],
  ['old.onnx', () => onnxFile({ opset: 3 }), '“old.onnx” is of opset 3'],
  [
    'beyond.onnx',
    () => Uint8Array.of(0x3a, 0xff, 0xff, 0xff, 0xff, 0x07, 1, 2),
    '“beyond.onnx” is no ONNX file that can be read: ',
  ],
  ['nested.onnx', () => onnxFile({ depth: 40 }), 'nest deeper than 16'],
  ['page.onnx', () => bytesOf('<!doctype html><html>'), '“page.onnx” is no ONNX file that'],
  [
    'clips.onnx',
    () => onnxFile({ inputs: [{ name: 'film', shape: [1, 3, 16, 224, 224] }] }),
    '“clips.onnx”: 1×3×16×224×224',
  ],
  [
    'calls.pth',
    () => pickledCheckpoint('ctorch._utils\n_rebuild_tensor_v2\n', 'cos\nsystem\n'),
    '“calls.pth” would call “os.system” when opened',
  ],
  [
    'layers.pth',
    () => pickledCheckpoint('fc.0.weight', 'fz.0.weight'),
    '“layers.pth” is no head of blemore-common: ',
  ],
  [
    'numbers.pth',
    () => changedCheckpoint((all) => (all['linear/data/0'] = new Uint8Array(40))),
    'data/0 should have 192 bytes and has 40',
  ],
];

test('wrong files are refused with their sentence, and the model reads on', async () => {
  const { page, trouble } = await visit();
  await startDrawnFace(page);
  await page.keyboard.press('h');
  const files = WRONG.map(([name, bytes]) => ({
    name,
    mimeType: '',
    buffer: Buffer.from(bytes()),
  }));
  const folder = await folderOf(files);
  for (const [name, , said] of WRONG) {
    await drop(page, [join(folder, name)]);
    await page.getByText(`“${name}” is not used.`).waitFor();
    const sentences = await page.getByRole('region', { name: 'Your own model' }).textContent();
    expect.soft(sentences).toContain(said);
    expect(sentences).toContain('The model that read before goes on.');
  }
  await untilRead(page);
  const measured = page.getByRole('region', { name: 'Measurements' });
  expect(await measured.textContent()).toContain(DEFAULT_PACK_NAME);
  expect(trouble.errors).toEqual([]);
});
