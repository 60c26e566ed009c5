import { describe, expect, test } from 'vitest';
import { softmax } from '../../../src/core/reading/softmax.ts';
import { toLogits } from '../../../src/core/reading/scores.ts';

/** AffectNet's order, with surprise and contempt left out. */
const AFFECTNET = ['neu', 'hap', 'sad', null, 'fea', 'disg', 'ang', null] as const;

describe('toLogits', () => {
  test('six logits are what they are', () => {
    expect(toLogits([1, 2, 3, 4, 5, 6], undefined)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('puts classes in label order and leaves out those without a label', () => {
    const spec = { kind: 'logits', classes: AFFECTNET } as const;
    expect(toLogits([0, 1, 2, 9, 4, 5, 6, 9], spec)).toEqual([6, 5, 4, 1, 2, 0]);
  });

  test('classes that share a label add their probabilities', () => {
    const classes = ['ang', 'ang', 'disg', 'fea', 'hap', 'sad', 'neu'] as const;
    const shares = [0.1, 0.2, 0.1, 0.1, 0.2, 0.2, 0.1];
    const logits = shares.map((share) => Math.log(share) + 3);
    const expected = [0.3, 0.1, 0.1, 0.2, 0.2, 0.1];
    const spec = { classes };
    softmax(toLogits(logits, { ...spec, kind: 'logits' })).forEach((share, place) => {
      expect(share).toBeCloseTo(expected[place]!, 9);
    });
    softmax(toLogits(shares, { ...spec, kind: 'probabilities' })).forEach((share, place) => {
      expect(share).toBeCloseTo(expected[place]!, 9);
    });
  });

  test('what is left of probabilities is renormalised', () => {
    const spec = { kind: 'probabilities', classes: AFFECTNET } as const;
    const shares = softmax(toLogits([0.1, 0.2, 0.1, 0.4, 0.05, 0.05, 0, 0.1], spec));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(shares[3]).toBeCloseTo(0.4, 6);
    expect(shares.every(Number.isFinite)).toBe(true);
  });

  test('a label without a class has all but nothing, in a finite number', () => {
    const spec = { kind: 'logits', classes: ['hap', 'sad'] } as const;
    const shares = softmax(toLogits([1, 1], spec));
    expect(shares[3]).toBeCloseTo(0.5, 9);
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares[0]).toBeLessThan(1e-12);
  });

  test('what is no number stays none', () => {
    const spec = { kind: 'logits', classes: ['hap', 'sad', 'neu', 'ang', 'disg', 'fea'] } as const;
    expect(toLogits([NaN, 0, 0, 0, 0, 0], spec)[3]).toBeNaN();
  });
});
