import { describe, expect, test } from 'vitest';
import { headFor } from '../../../src/core/pack/head.ts';
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
