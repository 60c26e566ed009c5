import { expect, test } from 'vitest';
import type { EncoderInput } from '../../../src/analyser/networks/encoder-input.ts';
import { FixedBatchNetwork } from '../../../src/analyser/networks/fixed-batch-network.ts';
import type { Network } from '../../../src/analyser/networks/network.ts';

/** Gives for every row of two numbers their sum, and remembers the shapes it was asked for. */
class SumNetwork implements Network {
  readonly shapes: (readonly number[])[] = [];

  run(input: EncoderInput, dims: readonly number[]): Promise<Float32Array> {
    this.shapes.push(dims);
    const rows = input as Float32Array;
    return Promise.resolve(
      Float32Array.from({ length: dims[0]! }, (_, i) => rows[2 * i]! + rows[2 * i + 1]!),
    );
  }

  release(): Promise<void> {
    return Promise.resolve();
  }
}

const FIVE = Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

test.each([
  [1, 5],
  [2, 3],
  [8, 1],
])('five inputs for a batch of %i take %i runs', async (size, runs) => {
  const sums = new SumNetwork();
  const given = await new FixedBatchNetwork(sums, size).run(FIVE, [5, 2]);
  expect([...given]).toEqual([3, 7, 11, 15, 19]);
  expect(sums.shapes).toEqual(Array.from({ length: runs }, () => [size, 2]));
});
