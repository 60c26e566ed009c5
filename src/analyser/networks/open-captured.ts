import { goldenInput } from '../../core/pack/golden.ts';
import { largestDifference } from '../../core/math/largest-difference.ts';
import { BatchedNetwork, READY_BATCHES, type SizedNetwork } from './batched-network.ts';
import type { Network } from './network.ts';

/** Played commands are the very ones that were recorded, so the numbers are all but the same. */
const TOLERANCE = 1e-4;

/** Three runs, no two in a row alike: commands that were recorded wrongly give an earlier answer again. */
const SEEDS = [1, 2, 1];

/** Opens a network that is recorded for inputs of this shape, the batch first. */
export type OpenCaptured = (shape: readonly number[]) => Promise<SizedNetwork>;

/**
 * A network that plays recorded commands where that gives the answers of the plain one, and is the
 * plain one where it does not. Closes what it does not use.
 *
 * @param shape of one input, its batch of 1 first
 */
export async function withCaptures(
  plain: Network,
  [, ...sides]: readonly number[],
  open: OpenCaptured,
): Promise<Network> {
  const captured: SizedNetwork[] = [];
  try {
    for (const batch of READY_BATCHES) {
      const shape = [batch, ...sides];
      const network = await open(shape);
      captured.push(network);
      if (!(await answersAlike(network, plain, shape))) throw new Error('It gives other answers.');
    }
    return new BatchedNetwork(captured, plain);
  } catch {
    await Promise.allSettled(captured.map((network) => network.release()));
    return plain;
  }
}

async function answersAlike(
  captured: Network,
  plain: Network,
  shape: readonly number[],
): Promise<boolean> {
  const length = shape.reduce((product, side) => product * side);
  for (const seed of SEEDS) {
    const input = goldenInput(seed, length);
    const answer = await captured.run(input, shape);
    if (largestDifference(answer, await plain.run(input, shape)) > TOLERANCE) return false;
  }
  return true;
}
