import { expect, test } from 'vitest';
import { mulberry32 } from '../../../src/core/math/random.ts';

test('the numbers are those of the published generator', () => {
  const next = mulberry32(1);
  expect([next(), next(), next()]).toEqual([2693262067, 11749833, 2265367787]);
});

test('a seed starts the same row again', () => {
  const [one, other] = [mulberry32(0xffffffff), mulberry32(0xffffffff)];
  expect(Array.from({ length: 50 }, one)).toEqual(Array.from({ length: 50 }, other));
});

test('numbers fill 0..2³² evenly', () => {
  const next = mulberry32(7);
  const values = Array.from({ length: 10_000 }, () => next() / 2 ** 32);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 1);
});
