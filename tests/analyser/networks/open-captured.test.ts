import { describe, expect, test, vi } from 'vitest';
import type { SizedNetwork } from '../../../src/analyser/networks/batched-network.ts';
import type { EncoderInput } from '../../../src/analyser/networks/encoder-input.ts';
import type { Network } from '../../../src/analyser/networks/network.ts';
import { withCaptures } from '../../../src/analyser/networks/open-captured.ts';

/** The mean of each row's input. */
function means(input: EncoderInput, dims: readonly number[]): Float32Array {
  if (!(input instanceof Float32Array)) throw new TypeError('there is no GPU here');
  const [batch = 0] = dims;
  const length = dims.reduce((product, side) => product * side) / batch;
  return Float32Array.from({ length: batch }, (_, row) => {
    const values = input.subarray(row * length, (row + 1) * length);
    return values.reduce((sum, value) => sum + value, 0) / length;
  });
}

function fake(run: (input: EncoderInput, dims: readonly number[]) => Float32Array) {
  return {
    run: vi.fn<Network['run']>((input, dims) => Promise.resolve(run(input, dims))),
    release: vi.fn(() => Promise.resolve()),
  };
}

const SHAPE = [1, 1, 2, 2];

function input(batch: number): Float32Array {
  return Float32Array.from({ length: 4 * batch }, (_, i) => i);
}

describe('withCaptures(plain, shape, open)', () => {
  test('runs a batch on the smallest captured network that takes it, larger ones on the plain one', async () => {
    const plain = fake(means);
    const captured = new Map<number, ReturnType<typeof fake>>();
    const network = await withCaptures(plain, SHAPE, ([batch = 0, ...sides]) => {
      expect(sides).toEqual([1, 2, 2]);
      const opened = fake(means);
      captured.set(batch, opened);
      return Promise.resolve({ ...opened, batch });
    });
    expect([...captured.keys()]).toEqual([1, 4]);
    for (const each of [plain, ...captured.values()]) each.run.mockClear();
    for (const batch of [1, 2, 3, 4, 5]) {
      const answer = await network.run(input(batch), [batch, 1, 2, 2]);
      expect([...answer]).toEqual(Array.from({ length: batch }, (_, row) => 4 * row + 1.5));
    }
    const batches = (each: ReturnType<typeof fake>) =>
      each.run.mock.calls.map(([, dims]) => dims[0]);
    expect(batches(captured.get(1)!)).toEqual([1]);
    expect(batches(captured.get(4)!)).toEqual([2, 3, 4]);
    expect(batches(plain)).toEqual([5]);
  });

  test('releases all of them, whatever one of them does', async () => {
    const plain = fake(means);
    const opened: ReturnType<typeof fake>[] = [];
    const network = await withCaptures(plain, SHAPE, ([batch = 0]) => {
      const next = fake(means);
      opened.push(next);
      return Promise.resolve({ ...next, batch });
    });
    opened[0]!.release.mockRejectedValue(new Error('lost'));
    await expect(network.release()).rejects.toThrow('lost');
    for (const each of [plain, ...opened]) expect(each.release).toHaveBeenCalledOnce();
  });

  test.each<[string, () => (input: EncoderInput, dims: readonly number[]) => Float32Array]>([
    [
      'gives its first answer again',
      () => {
        let first: Float32Array | null = null;
        return (given, dims) => (first ??= means(given, dims));
      },
    ],
    [
      'is one run late',
      () => {
        let last: Float32Array | null = null;
        return (given, dims) => {
          const answer = last ?? means(given, dims);
          last = means(given, dims);
          return answer;
        };
      },
    ],
    ['gives no numbers', () => (given, dims) => means(given, dims).fill(NaN)],
    [
      'fails',
      () => () => {
        throw new Error('no');
      },
    ],
  ])('is the plain network where a captured one %s', async (_, run) => {
    const plain = fake(means);
    const opened: ReturnType<typeof fake>[] = [];
    const network = await withCaptures(plain, SHAPE, ([batch = 0]) => {
      const next = fake(batch === 4 ? run() : means);
      opened.push(next);
      return Promise.resolve<SizedNetwork>({ ...next, batch });
    });
    expect(network).toBe(plain);
    for (const each of opened) expect(each.release).toHaveBeenCalledOnce();
    expect(plain.release).not.toHaveBeenCalled();
  });

  test('is the plain network where none can be captured', async () => {
    const plain = fake(means);
    const refused = () => Promise.reject(new Error('A part of it runs on the processor.'));
    expect(await withCaptures(plain, SHAPE, refused)).toBe(plain);
  });
});
