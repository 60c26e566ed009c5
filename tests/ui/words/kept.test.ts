import { expect, test } from 'vitest';
import { amountWords, sizeWords } from '../../../src/ui/words/kept.ts';

test('sizes as visitors read them', () => {
  expect([0, 812, 34_200, 999_499, 999_500, 8_400_000].map(sizeWords)).toEqual([
    '0 bytes',
    '812 bytes',
    '34 kB',
    '999 kB',
    '1.0 MB',
    '8.4 MB',
  ]);
});

test('nothing, and what a browser does not keep, have words of their own', () => {
  expect(amountWords({ items: 0, bytes: 0 })).toBe('Nothing');
  expect(amountWords(null)).toBe('Not kept by this browser');
});
