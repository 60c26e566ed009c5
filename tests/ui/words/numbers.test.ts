import { describe, expect, test } from 'vitest';
import type { PerEmotion } from '../../../src/core/blemore/emotions.ts';
import { sum } from '../../../src/core/blemore/per-emotion.ts';
import { en } from '../../../src/ui/words/en.ts';
import { numbersOf, wholePercents } from '../../../src/ui/words/numbers.ts';
import { progressWords } from '../../../src/ui/words/progress.ts';

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
    expect(progressWords(en, { loaded: 3_100_000, total: 8_400_000 })).toBe('3.1 of 8.4 MB');
  });

  test('is empty while the total is not known', () => {
    expect(progressWords(en, { loaded: 0, total: 0 })).toBe('');
  });

  test('never counts past the total', () => {
    expect(progressWords(en, { loaded: 9_000_000, total: 8_400_000 })).toBe('8.4 of 8.4 MB');
  });
});

describe('numbersOf(locale)', () => {
  const english = numbersOf('en');
  const german = numbersOf('de');

  test('milliseconds keep a decimal below ten only', () => {
    expect([0.04, 4.85, 9.94, 9.96, 48.2].map(english.milliseconds)).toEqual([
      '0.0',
      '4.9',
      '9.9',
      '10',
      '48',
    ]);
  });

  test('percents have one decimal, as papers give them', () => {
    expect(english.percent(0.2575)).toBe('25.8 %');
    expect(english.percents(0.1666, 1)).toBe('16.7–100.0 %');
    expect(german.percents(0.1666, 1)).toBe('16,7–100,0 %');
  });

  test('counts take the form that goes with them, and group thousands', () => {
    const forms = { one: 'clip', other: 'clips' };
    expect([0, 1, 2, 2456].map((value) => english.count(value, forms))).toEqual([
      '0 clips',
      '1 clip',
      '2 clips',
      '2,456 clips',
    ]);
    // French counts nothing as one.
    expect(numbersOf('fr').count(0, forms)).toBe('0 clip');
    expect(german.count(2456, { one: 'Clip', other: 'Clips' })).toBe('2.456 Clips');
  });

  test('sizes are as visitors read them', () => {
    expect([0, 812, 34_200, 999_499, 999_500, 8_400_000].map(english.size)).toEqual([
      '0 B',
      '812 B',
      '34 kB',
      '999 kB',
      '1.0 MB',
      '8.4 MB',
    ]);
    // Octets.
    expect([812, 34_200, 8_400_000].map(numbersOf('fr').size)).toEqual([
      '812 o',
      '34 ko',
      '8,4 Mo',
    ]);
  });
});
