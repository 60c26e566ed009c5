import { describe, expect, test } from 'vitest';
import { draftPack, finishPack, type PackAnswers } from '../../../src/packs/import/draft-pack.ts';
import { CLASS_ORDERS, NORMALISATIONS } from '../../../src/core/pack/feeding-presets.ts';
import { readGraph } from '../../../src/packs/onnx/read-graph.ts';
import { onnxFile, type OnnxParts } from '../../support/onnx-file.ts';

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
const RAF = { kind: 'logits', classes: CLASS_ORDERS.rafdb } as const;

function drafted(parts: OnnxParts, answers: Partial<PackAnswers> = {}) {
  const graph = readGraph(onnxFile(parts), 'folder/net.onnx');
  const encoder = { graph, sha256: 'ab'.repeat(32) };
  return draftPack({ encoder, head: null }, { ...ANSWERS, ...answers });
}

const image = (...shape: (number | string)[]) => [{ name: 'image', shape }];
const output = (...shape: (number | string)[]) => [{ name: 'logits', shape }];

describe('draftPack', () => {
  test('an RGB net of 260 pixels whose batch is fixed, in RAF-DB’s order', () => {
    const parts = { inputs: image(1, 3, 260, 260), outputs: output(1, 7) };
    const result = drafted(parts, { scores: RAF });
    expect(result).toMatchObject({
      kind: 'draft',
      draft: {
        encoder: {
          file: 'net.onnx',
          dimension: 7,
          batch: 1,
          input: { size: 260, layout: 'NCHW', channels: 'rgb' },
        },
        scores: { classes: [null, 'fea', 'disg', 'hap', 'sad', 'ang', 'neu'] },
      },
    });
    if (result.kind !== 'draft') return;
    const computed = { features: [1, 2, 3, 4, 5, 6, 7], logits: [6, 3, 2, 4, 5, 7] };
    expect(finishPack(result.draft, computed)).toMatchObject({
      golden: { logits: { mine: [6, 3, 2, 4, 5, 7] } },
    });
    expect(finishPack({ ...result.draft, id: 'Not an id' }, computed)).toMatchObject({
      field: 'id',
    });
  });

  test.each([
    ['NHWC', image('n', 224, 224, 3), 'rgb'],
    ['NCHW', image('n', 1, 64, 64), 'gray'],
  ] as const)('the layout is read: %s', (layout, inputs, channels) => {
    const one = { mean: [0], std: [1] };
    const answers = { channels, ...(channels === 'gray' ? one : {}) };
    expect(drafted({ inputs }, answers)).toMatchObject({
      draft: { encoder: { input: { layout } } },
    });
  });

  test('a side that the graph leaves open is the one that is answered', () => {
    const parts = { inputs: image('n', 3, 'h', 'w') };
    expect(drafted(parts, { size: 112 })).toMatchObject({
      draft: { encoder: { input: { size: 112 } } },
    });
    expect(drafted(parts)).toMatchObject({ problems: [{ field: 'size' }] });
  });

  test.each<[field: string, reason: RegExp, parts: OnnxParts, answers: Partial<PackAnswers>]>([
    [
      'channels',
      /1 a pixel, but the network takes n×3/,
      { inputs: image('n', 3, 48, 48) },
      { channels: 'gray' },
    ],
    ['size', /64 pixels, but/, { inputs: image('n', 3, 48, 48) }, { size: 64 }],
    ['file', /not square/, { inputs: image('n', 3, 48, 64) }, {}],
    ['file', /no image/, { inputs: image('n', 512) }, { size: 1 }],
    [
      'scores.classes',
      /6 numbers, but logits is n×8/,
      { inputs: image('n', 3, 48, 48), outputs: output('n', 8) },
      {},
    ],
    ['outputName', /none of that name/, { inputs: image('n', 3, 48, 48) }, { outputName: 'pool' }],
  ])('%s that does not fit: %s', (field, reason, parts, answers) => {
    const result = drafted(parts, answers);
    if (result.kind !== 'problems') throw new Error('It was drafted.');
    expect(result.problems[0]).toMatchObject({ field });
    expect(result.problems[0]?.reason).toMatch(reason);
  });
});
