import { expect } from 'vitest';
import { mulberry32 } from '../../src/core/math/random.ts';

/** Draws that are the same for the same seed. */
export interface Draw {
  /** A whole number in 0..below−1. */
  readonly below: (below: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
}

function draws(seed: number): Draw {
  const next = mulberry32(seed);
  const below = (limit: number) => next() % limit;
  return { below, one: (of) => of[below(of.length)]! };
}

/** A copy with one to four changes: bytes flipped, cut out, doubled or moved, or words put in. */
export function mutated(bytes: Uint8Array, words: readonly string[], draw: Draw): Uint8Array {
  let changed = bytes;
  for (let changes = 1 + draw.below(4); changes > 0; changes--) {
    const from = draw.below(changed.length + 1);
    const to = Math.min(changed.length, from + 1 + draw.below(draw.one([1, 4, 40])));
    const [before, part, after] = [
      changed.subarray(0, from),
      changed.subarray(from, to),
      changed.subarray(to),
    ];
    const word = Buffer.from(draw.one(words));
    const change = draw.one([
      () => [before, part.map((byte) => byte ^ (1 << draw.below(8))), after],
      () => [before, Uint8Array.of(draw.below(256)), after],
      () => [before, after],
      () => [before, part, part, after],
      () => [after, part, before],
      () => [before, word, after],
      () => [before, word, part, after],
      () => [before],
    ]);
    changed = Buffer.concat(change());
  }
  return changed;
}

/**
 * Runs `check` on as many inputs, each from a seed of its own, which a failure names. No input may
 * take a second of processor.
 */
export async function fuzz(
  inputs: number,
  check: (draw: Draw) => void | Promise<void>,
): Promise<void> {
  for (let seed = 0; seed < inputs; seed++) {
    const before = process.cpuUsage();
    try {
      await check(draws(seed));
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error });
    }
    const { user, system } = process.cpuUsage(before);
    if (user + system > 1e6) expect.fail(`seed ${seed} took ${(user + system) / 1e6} s`);
  }
}
