import { describe, expect, test } from 'vitest';
import { parsePack } from '../../../src/core/pack/parse.ts';
import type { ModelPack } from '../../../src/core/pack/schema.ts';
import { pickHead } from '../../../src/analyser/reader/pick-head.ts';
import { changedAll, facePack, type Json } from '../../support/packs.ts';

function pack(changes: Json = {}): ModelPack {
  return parsePack(changedAll(facePack(), changes), 'test');
}

describe('pickHead', () => {
  test.each([
    ['mlp', 'mlp'],
    [null, 'linear'],
    ['an-older-one', 'linear'],
  ])('wanted %s: %s', (wanted, id) => {
    expect(pickHead(pack(), wanted)?.id).toBe(id);
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
    expect(pickHead(fused, 'linear')).toBeNull();
  });

  test('a pack that aggregates features is read as any other', () => {
    const temporal = { kind: 'aggregate', seconds: 2, statistics: ['mean'] };
    expect(pickHead(pack({ temporal }), null)?.id).toBe('linear');
  });

  test('refuses a pack whose encoder takes several frames', () => {
    const temporal = { kind: 'clip', frames: 16, stride: 16, tail: 'zero' };
    expect(() => pickHead(pack({ temporal }), null)).toThrow(
      expect.objectContaining({
        failure: {
          kind: 'pack-invalid',
          pack: 'Test pack',
          field: 'temporal.kind',
          reason: 'is "clip", but the page reads single frames',
        },
      }),
    );
  });

  test('refuses a head that is standardised over windows', () => {
    const windowed = {
      ...pack(),
      heads: [{ ...pack().heads[0]!, standardise: 'window' as const }],
    };
    expect(() => pickHead(windowed, null)).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({ field: 'heads.0.standardise' }) as unknown,
      }),
    );
  });
});
