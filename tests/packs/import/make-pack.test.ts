import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CLASS_ORDERS, NORMALISATIONS } from '../../../src/core/pack/feeding-presets.ts';
import { readCheckpoint } from '../../../src/packs/checkpoint/read-checkpoint.ts';
import { computeGolden } from '../../../src/packs/import/compute-golden.ts';
import type { PackAnswers } from '../../../src/packs/import/draft-pack.ts';
import {
  draftOf,
  makeOfHead,
  makeOfNetworks,
  networkFiles,
} from '../../../src/packs/import/make-pack.ts';
import { openDropped } from '../../../src/packs/import/open-dropped.ts';
import { packSources } from '../../../src/packs/open-source.ts';
import { Network } from '../../../src/tools/score/network.ts';
import { checkpointFile } from '../../support/checkpoint-file.ts';
import { FakeCheckedFiles } from '../../support/file-sources.ts';
import { onnxHead, onnxNetwork, type NetworkKind } from '../../support/onnx-network.ts';

const ANSWERS: PackAnswers = {
  id: 'mine',
  name: 'Mine',
  licence: 'unknown',
  channels: 'rgb',
  ...NORMALISATIONS.imagenet,
  crop: { kind: 'face', eyes: { x: 0.5, y: 0.4, distance: 0.375 } },
  size: null,
  layout: null,
  outputName: null,
  scores: null,
};
const GRAY = { channels: 'gray', mean: [0], std: [1] } as const;
const TINY = new URL('../../fixtures/tiny-pack/', import.meta.url);
const unheard = () => undefined;

async function made(files: Record<string, Uint8Array<ArrayBuffer>>, answers: Partial<PackAnswers>) {
  const dropped = await openDropped(
    Object.entries(files).map(([path, bytes]) => ({ path, file: new Blob([bytes]) })),
  );
  if (dropped.kind !== 'graphs') throw new Error(`They are ${dropped.kind}.`);
  const networks = networkFiles(dropped.graphs, dropped.files);
  const drafted = await draftOf(networks, { ...ANSWERS, ...answers }, unheard);
  if (drafted.kind === 'problems') return drafted;
  const computed = await computeGolden(drafted.draft, async (file, input, dims) => {
    const network = await Network.create(files[file]!);
    const output = await network.run(input, dims);
    await network.release();
    return output;
  });
  return makeOfNetworks(networks, drafted.draft, computed, unheard);
}

describe('a pack is made of bare networks', () => {
  const seven = { kind: 'logits', classes: CLASS_ORDERS.rafdb } as const;
  test.each<[string, NetworkKind, Partial<PackAnswers>]>([
    [
      'gray, 48 pixels, 8 bits',
      { shape: ['n', 1, 48, 48], channels: 1, classes: 6, quantised: true },
      GRAY,
    ],
    ['channels last', { shape: ['n', 112, 112, 3], channels: 3, classes: 6, layout: 'NHWC' }, {}],
    [
      'seven classes with surprise, as probabilities',
      { shape: ['n', 3, 64, 64], channels: 3, classes: 7, softmax: true },
      { scores: { ...seven, kind: 'probabilities' } },
    ],
    [
      '260 pixels, RGB, seven classes',
      { shape: ['n', 3, 260, 260], channels: 3, classes: 7 },
      { scores: seven },
    ],
    ['a batch of one', { shape: [1, 3, 64, 64], channels: 3, classes: 6 }, {}],
  ])('%s', async (_, kind, answers) => {
    const pack = await made({ 'net.onnx': onnxNetwork(kind) }, answers);
    expect(pack).toMatchObject({ kind: 'pack', dropped: { pack: { id: 'mine', heads: [] } } });
  });

  test('an encoder and a head', async () => {
    const files = {
      'encoder.onnx': onnxNetwork({ shape: ['n', 3, 64, 64], channels: 3, classes: 32 }),
      'head.onnx': onnxHead(32, 6),
    };
    expect(await made(files, {})).toMatchObject({
      kind: 'pack',
      dropped: { pack: { encoder: { dimension: 32 }, heads: [{ file: 'head.onnx' }] } },
    });
  });

  test('a head of another width than its encoder is not taken', async () => {
    const files = {
      'encoder.onnx': onnxNetwork({ shape: ['n', 3, 64, 64], channels: 3, classes: 32 }),
      'head.onnx': onnxHead(16, 6),
    };
    expect(await made(files, {})).toMatchObject({
      problems: [{ field: 'head', reason: '16 numbers, but x3 is n×32' }],
    });
  });

  test('two encoders are not taken', async () => {
    const net = onnxNetwork({ shape: ['n', 3, 64, 64], channels: 3, classes: 6 });
    await expect(made({ 'a.onnx': net, 'b.onnx': net }, {})).rejects.toMatchObject({
      problem: { kind: 'networks-unclear', inputs: [{ shapes: 'n×3×64×64' }, {}] },
    });
  });
});

describe('a pack is made of a head', () => {
  const open = packSources('http://localhost/models/', new FakeCheckedFiles());

  async function attached(sides: readonly number[]) {
    const files = ['pack.json', 'encoder.onnx', 'head.onnx', 'head-scaled.onnx', 'CARD.md'];
    const tiny = await openDropped(
      files.map((path) => ({ path, file: new Blob([readFileSync(new URL(path, TINY))]) })),
    );
    if (tiny.kind !== 'pack') throw new Error('It is no pack.');
    const head = readCheckpoint(checkpointFile(sides), 'mine.pth');
    return {
      width: tiny.dropped.pack.encoder.dimension,
      made: await makeOfHead(tiny.dropped.ref, head, 'mine.pth', open),
    };
  }

  test('and another pack’s encoder of the same width', async () => {
    const { width } = await attached([1, 6]);
    expect((await attached([width, 5, 6])).made).toMatchObject({
      kind: 'pack',
      dropped: {
        pack: { id: 'tiny-pack-mine', heads: [{ id: 'head', kind: 'mlp' }], metrics: [] },
      },
    });
  });

  test('but not of another: both widths are told', async () => {
    const { width, made: refused } = await attached([7, 6]);
    expect(refused).toEqual({
      kind: 'refused',
      problems: [
        {
          kind: 'head-width',
          file: 'mine.pth',
          width: 7,
          pack: 'Tiny pack for tests',
          given: width,
        },
      ],
    });
  });
});
