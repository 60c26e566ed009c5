import { expect, test } from 'vitest';
import { assign } from '../../../src/core/tracking/assignment.ts';

test('all together are matched best, though one alone could be better off', () => {
  // The first row would like the second column most, and the second row needs it.
  const costs = [
    [0.5, 0.4],
    [Infinity, 0.45],
  ];
  expect(assign(costs, 2)).toEqual([0, 1]);
});

test('forbidden pairs are never made', () => {
  expect(assign([[Infinity], [0.2]], 3)).toEqual([null, 0]);
  expect(assign([[Number.NaN]], 3)).toEqual([null]);
});

test('there may be more rows than columns, or more columns than rows', () => {
  expect(assign([[0.9], [0.1], [0.5]], 3)).toEqual([null, 0, null]);
  expect(assign([[0.9, 0.1, 0.5]], 3)).toEqual([1]);
  expect(assign([], 3)).toEqual([]);
  expect(assign([[], []], 3)).toEqual([null, null]);
});

test('a good pair is not given up for two bad ones', () => {
  const costs = [
    [0.1, 1.8],
    [1.8, Infinity],
  ];
  expect(assign(costs, 2)).toEqual([0, null]);
});
