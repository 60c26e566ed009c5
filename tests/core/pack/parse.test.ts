import { describe, expect, test } from 'vitest';
import { FailureError } from '../../../src/core/session/failure.ts';
import { parsePack } from '../../../src/core/pack/parse.ts';
import { changed, changedAll, facePack, type Json } from '../../support/packs.ts';

/** What parsing complains about: the field, and why. */
function complaint(json: unknown): { field: string; reason: string } {
  try {
    parsePack(json, 'the pack');
  } catch (error) {
    if (error instanceof FailureError && error.failure.kind === 'pack-invalid') {
      expect(error.failure.pack).toBe('the pack');
      return error.failure;
    }
    throw error;
  }
  throw new Error('the pack was accepted');
}

const FUSED: Json = {
  'encoder.output': 'logits',
  'encoder.dimension': 6,
  heads: [],
  'golden.features': [1, 2, 3, 4, 5, 6],
  'golden.logits': { 'test-pack': [1, 2, 3, 4, 5, 6] },
};

const AGGREGATE: Json = {
  temporal: { kind: 'aggregate', seconds: 2, statistics: ['mean', 'std', 'p50'] },
  'heads.1.standardise': {
    mean: new Array<number>(12).fill(0),
    std: new Array<number>(12).fill(1),
  },
};

const PRIOR_AND_REST = {
  'decision.prior': [0.1, 0.02, 0.03, 0.35, 0.15, 0.35],
  'decision.rest': {
    margin: 1.5,
    alpha: 0.14,
    beta: 0.7,
    mean: [-4, -4.7, -5, -4.5, -2.6, 0],
    deviation: [1.6, 1.3, 1.6, 1.7, 1.4, 1],
  },
};

describe('a pack that fits', () => {
  test('is given back as it is', () => {
    expect(parsePack(facePack(), 'the pack')).toEqual(facePack());
  });

  test.each<[string, Json]>([
    ['a fused encoder', FUSED],
    [
      'seven classes, of which one is left out',
      {
        ...FUSED,
        'encoder.dimension': 7,
        'golden.features': [1, 2, 3, 4, 5, 6, 7],
        scores: {
          kind: 'probabilities',
          classes: ['ang', 'disg', 'fea', 'hap', 'sad', null, 'neu'],
        },
      },
    ],
    ['an output by name and a fixed batch', { 'encoder.outputName': 'pool', 'encoder.batch': 1 }],
    ['class frequencies and relaxed faces', PRIOR_AND_REST],
    ['statistics over a window', AGGREGATE],
    [
      // The published CLIP baseline.
      'the middle of a whole frame',
      {
        'encoder.input.size': 224,
        'encoder.input.channels': 'rgb',
        'encoder.input.mean': [0.4815, 0.4578, 0.4082],
        'encoder.input.std': [0.2686, 0.2613, 0.2758],
        'encoder.crop': { kind: 'frame', fit: 'centre' },
      },
    ],
    [
      // The published VideoMAEv2 baseline.
      'clips of squashed frames',
      {
        'encoder.input.channels': 'bgr',
        'encoder.input.mean': [0, 0, 0],
        'encoder.input.std': [1, 1, 1],
        'encoder.crop': { kind: 'frame', fit: 'squash' },
        temporal: { kind: 'clip', frames: 16, stride: 16, tail: 'zero' },
        'heads.1.standardise': 'window',
      },
    ],
    [
      // The published Video Swin baseline.
      'clips cut from resized frames',
      {
        'encoder.crop': { kind: 'frame', fit: 'centre', resize: 256 },
        temporal: { kind: 'clip', frames: 32, stride: 16, tail: 'drop' },
      },
    ],
  ])('may have %s', (_, changes) => {
    expect(() => parsePack(changedAll(facePack(), changes), 'the pack')).not.toThrow();
  });
});

describe('a field that does not fit is named', () => {
  test.each<[field: string, value: unknown]>([
    ['format', 2],
    ['format', undefined],
    ['id', 'Has Spaces'],
    ['id', ''],
    ['name', ''],
    ['version', '1.0'],
    ['licence', undefined],
    ['labels', 'ang disg fea hap sad neu'],
    ['labels.5', 'neutral'],
    ['encoder', null],
    ['encoder.file', '../encoder.onnx'],
    ['encoder.file', 'https://example.org/encoder.onnx'],
    ['encoder.sha256', 'ABC'],
    ['encoder.bytes', 0],
    ['encoder.input.size', 47.5],
    ['encoder.input.channels', 'rgba'],
    ['encoder.input.layout', 'CHW'],
    ['encoder.input.scale', 0],
    ['encoder.input.mean.0', Number.NaN],
    ['encoder.input.std.0', 0],
    ['encoder.crop.kind', 'body'],
    ['encoder.crop.eyes.distance', 0],
    ['encoder.crop.eyes.y', 1.2],
    ['encoder.output', 'probabilities'],
    ['encoder.dimension', '4'],
    ['temporal.kind', 'video'],
    ['heads.0.kind', 'mlp-1024'],
    ['heads.0.file', 'sub/head.onnx'],
    ['heads.1.standardise', 'batch'],
    ['decision.alpha', 1.5],
    ['decision.beta', undefined],
    ['decision.smoothing', -1],
    ['decision.prior', 'often'],
    ['decision.prior', [0.2, 0.2, 0.2, 0.2, 0.2, 0.2]],
    ['decision.prior.1', 0],
    ['decision.rest.margin', 0],
    ['decision.rest.margin', 'wide'],
    ['decision.rest.alpha', 1.1],
    ['decision.rest.beta', -0.1],
    ['decision.rest.mean', 'low'],
    ['decision.rest.deviation.2', 0],
    ['golden.seed', 2 ** 32],
    ['golden.logits.linear', [1, 2, 3]],
    ['golden.tolerance', 0],
    ['metrics.0.figures.accuracy', Infinity],
    ['card', '/etc/CARD.md'],
    ['surprise', true],
    ['encoder.surprise', true],
  ])('%s: %j', (field, value) => {
    const whole = changedAll(facePack(), PRIOR_AND_REST);
    const { field: named, reason } = complaint(changed(whole, field, value));
    expect(named).toBe(field);
    expect(reason).not.toBe('');
  });

  test.each([
    ['nothing', undefined],
    ['text', 'pack'],
    ['a list', []],
  ])('%s is no pack', (_, json) => {
    expect(complaint(json).reason).not.toBe('');
  });
});

describe('fields that contradict each other are named', () => {
  test.each<[field: string, reason: string, changes: Json]>([
    ['scores.classes', 'must name a label', { scores: { kind: 'logits', classes: [null, null] } }],
    [
      'encoder.dimension',
      'must be 2 where output is logits',
      { ...FUSED, scores: { kind: 'logits', classes: ['hap', 'sad'] } },
    ],
    ['encoder.input.mean', 'must hold 1 numbers, not 3', { 'encoder.input.mean': [0, 0, 0] }],
    ['encoder.input.std', 'must hold 1 numbers, not 0', { 'encoder.input.std': [] }],
    [
      'encoder.input.std',
      'must hold 3 numbers, not 1',
      { 'encoder.input.channels': 'rgb', 'encoder.input.mean': [0, 0, 0] },
    ],
    [
      'encoder.crop.resize',
      "must be at least the input's 48",
      { 'encoder.crop': { kind: 'frame', fit: 'centre', resize: 40 } },
    ],
    [
      'encoder.dimension',
      'must be 6 where output is logits',
      { ...FUSED, 'encoder.dimension': 5, 'golden.features': [1, 2, 3, 4, 5] },
    ],
    [
      'temporal.kind',
      'logits cannot be aggregated before the head',
      { ...FUSED, temporal: { kind: 'aggregate', seconds: 2, statistics: ['mean'] } },
    ],
    [
      'temporal.statistics.2',
      '"mean" stands there twice',
      { ...AGGREGATE, 'temporal.statistics': ['mean', 'std', 'mean'] },
    ],
    ['heads', 'must be empty: the encoder gives logits', { ...FUSED, heads: facePack()['heads'] }],
    ['heads', 'needs one: the encoder gives features', { heads: [] }],
    ['heads.1.id', '"linear" stands there twice', { 'heads.1.id': 'linear' }],
    [
      'heads.1.standardise.mean',
      'must hold 4 numbers, not 3',
      { 'heads.1.standardise.mean': [0, 0, 0] },
    ],
    [
      'heads.1.standardise.std',
      'must hold 12 numbers, not 4',
      { ...AGGREGATE, 'heads.1.standardise.std': [1, 1, 1, 1] },
    ],
    ['golden.features', 'must hold 4 numbers, not 2', { 'golden.features': [1, 2] }],
    ['golden.logits.mlp', 'is missing', { 'golden.logits': { linear: [1, 2, 3, 4, 5, 6] } }],
    ['golden.logits.other', 'belongs to no head', { 'golden.logits.other': [1, 2, 3, 4, 5, 6] }],
    ['golden.logits.test-pack', 'is missing', { ...FUSED, 'golden.logits': {} }],
  ])('%s %s', (field, reason, changes) => {
    expect(complaint(changedAll(facePack(), changes))).toMatchObject({ field, reason });
  });
});
