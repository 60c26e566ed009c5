import { expect, test } from 'vitest';
import { largestContributions } from '../../../src/core/explain/contributions.ts';

/** Three features: the first for happiness, the second against it, the third for all alike. */
const ADDED = Float32Array.of(0, 0, 0, 6, 0, 0, 0, 0, 0, -3, 0, 0, 5, 5, 5, 5, 5, 5);

test('what a feature adds to all six counts for none of them', () => {
  const { most, least } = largestContributions(ADDED, 3, 5);
  expect(most).toEqual([{ feature: 0, value: 5 }]);
  expect(least).toEqual([{ feature: 1, value: -2.5 }]);
});

test('no more are named than are wanted, the largest first', () => {
  const added = Float32Array.from({ length: 60 }, (_, i) =>
    i % 6 === 0 ? Math.floor(i / 6) - 5 : 0,
  );
  const { most, least } = largestContributions(added, 0, 2);
  expect(most.map(({ feature }) => feature)).toEqual([9, 8]);
  expect(least.map(({ feature }) => feature)).toEqual([0, 1]);
});

test('a head that says nothing has no contributions', () => {
  expect(largestContributions(new Float32Array(12), 0, 5)).toEqual({ most: [], least: [] });
});
