import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/evaluation/scores/bootstrap.ts';
import { mcnemar } from '../../../src/evaluation/scores/mcnemar.ts';
import { pairedScores, type PairedOutcome } from '../../../src/evaluation/scores/paired.ts';

describe('mcnemar', () => {
  // Exact sums of binomial coefficients; 121 and 59 is the example in statsmodels' documentation.
  test.each([
    [12, 1, 0.00341796875],
    [121, 59, 4.434449263755176e-6],
    [86, 150, 3.715936139571442e-5],
    [1000, 1200, 2.1817026407914712e-5],
    [0, 6, 0.03125],
  ])('of %i against %i is %f, whichever side comes first', (b, c, p) => {
    expect(mcnemar(b, c) / p).toBeCloseTo(1, 8);
    expect(mcnemar(c, b)).toBe(mcnemar(b, c));
  });

  test('is 1 where both are as often right alone, or never', () => {
    expect(mcnemar(5, 5)).toBe(1);
    expect(mcnemar(0, 0)).toBe(1);
  });
});

const outcome = (present: boolean, blend: boolean, salient: boolean): Outcome => ({
  present,
  blend,
  salient,
});

/** Blends of which the first has the saliences of `first`, and the second of `second`. */
function blends(count: number, first: boolean, second: boolean): PairedOutcome[] {
  return Array.from({ length: count }, () => ({
    first: outcome(true, true, first),
    second: outcome(true, true, second),
  }));
}

describe('pairedScores', () => {
  test('counts what only one of the two has right', () => {
    const single = (first: boolean, second: boolean): PairedOutcome => ({
      first: outcome(first, false, false),
      second: outcome(second, false, false),
    });
    const scores = pairedScores([
      single(true, true),
      single(true, false),
      single(false, true),
      single(false, true),
      single(false, false),
    ]);
    expect(scores).toEqual({
      clips: 5,
      blends: 0,
      presence: { first: 0.4, second: 0.6, onlyFirst: 1, onlySecond: 2, p: 1 },
      salience: null,
    });
  });

  test('a pack compared with itself differs by nothing, however it is drawn', () => {
    const scores = pairedScores([...blends(30, true, true), ...blends(20, false, false)]);
    expect(scores?.salience).toEqual({
      first: 0.6,
      second: 0.6,
      difference: { value: 0, low: 0, high: 0 },
    });
    expect(scores?.presence.p).toBe(1);
  });

  test('the interval of the difference is that of its standard error', () => {
    // 40 of 200 gained, 10 lost: d = 0.15, se = √((50/200 − d²)/200).
    const scores = pairedScores([
      ...blends(40, false, true),
      ...blends(10, true, false),
      ...blends(150, true, true),
    ]);
    const { value, low, high } = scores!.salience!.difference;
    const error = Math.sqrt((50 / 200 - 0.15 ** 2) / 200);
    expect(value).toBeCloseTo(0.15);
    expect(low).toBeCloseTo(0.15 - 1.96 * error, 1);
    expect(high).toBeCloseTo(0.15 + 1.96 * error, 1);
    expect(Math.abs(high - low - 2 * 1.96 * error)).toBeLessThan(0.02);
  });

  test('without clips there is nothing to compare', () => {
    expect(pairedScores([])).toBeNull();
  });
});
