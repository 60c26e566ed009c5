import { mulberry32 } from '../math/random.ts';

/** The input a pack's golden figures were made from: mulberry32(seed) ÷ 2³², in memory order. */
export function goldenInput(seed: number, length: number): Float32Array {
  const next = mulberry32(seed);
  return Float32Array.from({ length }, () => next() / 2 ** 32);
}

/**
 * The largest absolute difference between two vectors; infinite where a number is missing or not
 * finite, so that one comparison with a tolerance catches it all.
 */
export function largestDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Infinity;
  let largest = 0;
  for (let i = 0; i < actual.length; i++) {
    const difference = Math.abs(Number(actual[i]) - Number(expected[i]));
    if (Number.isNaN(difference)) return Infinity;
    largest = Math.max(largest, difference);
  }
  return largest;
}
