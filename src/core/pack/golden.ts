import { mulberry32 } from '../math/random.ts';

/** The input a pack's golden figures were made from: mulberry32(seed) ÷ 2³², in memory order. */
export function goldenInput(seed: number, length: number): Float32Array {
  const next = mulberry32(seed);
  return Float32Array.from({ length }, () => next() / 2 ** 32);
}
