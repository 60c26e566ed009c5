import { describe, expect, test } from 'vitest';
import { goldenInput } from '../../../src/core/pack/golden.ts';
import { largestDifference } from '../../../src/core/math/largest-difference.ts';
import { mulberry32 } from '../../../src/core/math/random.ts';

test('the golden input is the generator over 2³²', () => {
  const next = mulberry32(42);
  const expected = Float32Array.from({ length: 5 }, () => next() / 2 ** 32);
  expect(goldenInput(42, 5)).toEqual(expected);
});

describe('largestDifference', () => {
  test.each([
    [[1, 2, 3], [1, 2, 3], 0],
    [[1, 2, 3], [1, 2.5, 2], 1],
    [[-4], [4], 8],
    [[], [], 0],
  ])('of %j and %j is %f', (actual, expected, difference) => {
    expect(largestDifference(actual, expected)).toBe(difference);
  });

  test.each([
    ['NaN', [1, NaN], [1, 2]],
    ['NaN in both', [NaN], [NaN]],
    ['infinite', [Infinity, 0], [1, 0]],
    ['equally infinite', [Infinity], [Infinity]],
    ['missing', [1], [1, 2]],
    ['too many', [1, 2, 3], [1, 2]],
  ])('is infinite where a number is %s', (_, actual, expected) => {
    expect(largestDifference(actual, expected)).toBe(Infinity);
  });
});
