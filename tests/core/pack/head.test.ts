import { describe, expect, test } from 'vitest';
import { frameReadingProblem, headFor } from '../../../src/core/pack/head.ts';
import { parsePack } from '../../../src/core/pack/parse.ts';
import type { ModelPack } from '../../../src/core/pack/schema.ts';
import { changedAll, facePack, type Json } from '../../support/packs.ts';

function pack(changes: Json = {}): ModelPack {
  return parsePack(changedAll(facePack(), changes), 'test');
}

describe('headFor', () => {
  test.each([
    ['mlp', 'mlp'],
    [null, 'linear'],
    ['an-older-one', 'linear'],
  ])('wanted %s: %s', (wanted, id) => {
    expect(headFor(pack(), wanted)?.id).toBe(id);
  });

  test('none where the head is fused into the encoder', () => {
    const logits = { 'test-pack': [1, 2, 3, 4, 5, 6] };
    const fused = pack({
      'encoder.output': 'logits',
      'encoder.dimension': 6,
      heads: [],
      'golden.logits': logits,
      'golden.features': [1, 2, 3, 4, 5, 6],
    });
    expect(headFor(fused, 'linear')).toBeNull();
  });
});

describe('frameReadingProblem', () => {
  const problem = (wanted: string, changes: Json = {}) => {
    const changed = pack(changes);
    return frameReadingProblem(changed, headFor(changed, wanted));
  };

  test('none for a pack of single frames, standardised or not', () => {
    expect([problem('linear'), problem('mlp')]).toEqual([null, null]);
  });

  test('none for a pack that aggregates features', () => {
    const temporal = { kind: 'aggregate', seconds: 2, statistics: ['mean'] };
    expect(problem('linear', { temporal })).toBeNull();
  });

  test('an encoder that takes several frames', () => {
    const temporal = { kind: 'clip', frames: 16, stride: 16, tail: 'zero' };
    expect(problem('linear', { temporal })).toEqual({
      field: 'temporal.kind',
      reason: 'is "clip", but only single frames are read',
    });
  });

  test('a head that is standardised over windows', () => {
    expect(problem('mlp', { 'heads.1.standardise': 'window' })).toMatchObject({
      field: 'heads.1.standardise',
    });
  });
});
