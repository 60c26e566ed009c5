import { describe, expect, test } from 'vitest';
import type { PerEmotion } from '../../../src/core/blemore/emotions.ts';
import { sum } from '../../../src/core/blemore/per-emotion.ts';
import {
  milliseconds,
  progressWords,
  spreadWords,
  wholePercents,
} from '../../../src/ui/words/numbers.ts';

describe('wholePercents(shares)', () => {
  test('sums to 100 where rounding each share alone would not', () => {
    const third = 1 / 3;
    expect(wholePercents([third, third, third, 0, 0, 0])).toEqual([34, 33, 33, 0, 0, 0]);
    expect(wholePercents([0.005, 0.005, 0.005, 0.005, 0.005, 0.975])).toEqual([1, 1, 1, 0, 0, 97]);
  });

  test('raises the largest remainders', () => {
    expect(wholePercents([0.104, 0.109, 0.107, 0.3, 0.3, 0.08])).toEqual([10, 11, 11, 30, 30, 8]);
  });

  test('keeps the sum for shares of any kind, each within one of its own', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const raw = Array.from({ length: 6 }, (_, place) => Math.abs(Math.sin(seed * 7 + place * 3)));
      const total = raw.reduce((a, b) => a + b, 0);
      const shares = raw.map((value) => value / total) as unknown as PerEmotion;
      const percents = wholePercents(shares);
      expect(sum(percents)).toBe(100);
      percents.forEach((percent, place) => {
        expect(Math.abs(percent - shares[place]! * 100)).toBeLessThan(1);
      });
    }
  });
});

describe('progressWords(progress)', () => {
  test('counts in decimal megabytes', () => {
    expect(progressWords({ loaded: 3_100_000, total: 8_400_000 })).toBe('3.1 of 8.4 MB');
  });

  test('is empty while the total is not known', () => {
    expect(progressWords({ loaded: 0, total: 0 })).toBe('');
  });

  test('never counts past the total', () => {
    expect(progressWords({ loaded: 9_000_000, total: 8_400_000 })).toBe('8.4 of 8.4 MB');
  });
});

test('milliseconds(value) keeps a decimal below ten only', () => {
  expect([0.04, 4.85, 9.94, 9.96, 48.2].map(milliseconds)).toEqual([
    '0.0',
    '4.8',
    '9.9',
    '10',
    '48',
  ]);
});

test('spreadWords(spread) puts the middle first', () => {
  expect(spreadWords({ p50: 4.2, p95: 12.4 })).toBe('4.2 / 12');
});
