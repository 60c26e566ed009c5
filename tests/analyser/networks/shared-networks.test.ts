import { beforeEach, expect, test } from 'vitest';
import type { Network } from '../../../src/analyser/networks/network.ts';
import { SharedNetworks } from '../../../src/analyser/networks/shared-networks.ts';

let opened: number;
let runs: Float32Array[];
let released: number;
let fails: boolean;
let shared: SharedNetworks;

const open = (): Promise<Network> => {
  opened += 1;
  return Promise.resolve({
    run(input) {
      if (fails) return Promise.reject(new Error('odd'));
      runs.push(input as Float32Array);
      return Promise.resolve((input as Float32Array).map((value) => 2 * value));
    },
    release() {
      released += 1;
      return Promise.resolve();
    },
  });
};

beforeEach(() => {
  [opened, runs, released, fails] = [0, [], 0, false];
  shared = new SharedNetworks();
});

test('one network for all who take it, which computes once what both ask', async () => {
  const [a, b] = [await shared.take('x', open), await shared.take('x', open)];
  const first = await a.run(Float32Array.of(1, 2), [1, 2]);
  expect(await b.run(Float32Array.of(1, 2), [1, 2])).toEqual(first);
  expect(await b.run(Float32Array.of(1, 3), [1, 2])).toEqual(Float32Array.of(2, 6));
  expect([opened, runs.length]).toEqual([1, 2]);
});

test('alone, every question is computed', async () => {
  const a = await shared.take('x', open);
  await a.run(Float32Array.of(1), [1, 1]);
  await a.run(Float32Array.of(1), [1, 1]);
  expect(runs).toHaveLength(2);
});

test('it is released by the last who leaves, and opened again after that', async () => {
  const [a, b] = [await shared.take('x', open), await shared.take('x', open)];
  await a.release();
  expect(released).toBe(0);
  await b.run(Float32Array.of(1), [1, 1]);
  await b.release();
  expect(released).toBe(1);
  await shared.take('x', open);
  expect(opened).toBe(2);
});

test('others are others', async () => {
  const [a, b] = [await shared.take('x', open), await shared.take('y', open)];
  await a.run(Float32Array.of(1), [1, 1]);
  await b.run(Float32Array.of(1), [1, 1]);
  expect([opened, runs.length]).toEqual([2, 2]);
});

test('what failed is asked again', async () => {
  const [a, b] = [await shared.take('x', open), await shared.take('x', open)];
  fails = true;
  await expect(a.run(Float32Array.of(1), [1, 1])).rejects.toThrow('odd');
  fails = false;
  expect(await b.run(Float32Array.of(1), [1, 1])).toEqual(Float32Array.of(2));
});
