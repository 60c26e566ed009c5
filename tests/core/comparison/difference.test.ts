import { expect, test } from 'vitest';
import { furthestApart, meanDifference } from '../../../src/core/comparison/difference.ts';

test('meanDifference is 0 for equals, and a third where one is sure of what the other excludes', () => {
  expect(meanDifference([0, 0, 0, 1, 0, 0], [0, 0, 0, 1, 0, 0])).toBe(0);
  expect(meanDifference([0, 0, 0, 1, 0, 0], [1, 0, 0, 0, 0, 0])).toBeCloseTo(1 / 3);
});

test('furthestApart is where they differ most, the first of equals', () => {
  expect(furthestApart([0.1, 0, 0, 0.6, 0, 0.3], [0, 0, 0, 0.9, 0, 0.1])).toBe(3);
  expect(furthestApart([1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 1])).toBe(0);
});
