import { expect, test } from 'vitest';
import { blockMeans } from '../../../src/core/image/block-means.ts';

test('each block is the mean of its pixels', () => {
  const data = Float32Array.from({ length: 16 }, (_, i) => i);
  const means = blockMeans({ size: 4, channels: 1, data }, 2);
  expect([...means]).toEqual([2.5, 4.5, 10.5, 12.5]);
});

test('channels stay apart', () => {
  const data = Float32Array.from({ length: 12 }, (_, i) => (i % 3) * 10);
  expect([...blockMeans({ size: 2, channels: 3, data }, 1)]).toEqual([0, 10, 20]);
});

test('every pixel counts where blocks are not alike, and a block is a pixel at least', () => {
  const data = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
  expect([...blockMeans({ size: 3, channels: 1, data }, 2)]).toEqual([3, 4.5, 7.5, 9]);
  expect([...blockMeans({ size: 3, channels: 1, data }, 8)]).toEqual([...data]);
});
