import { expect, test } from 'vitest';
import { pointMeans } from '../../../src/core/image/point-means.ts';
import { warp } from '../../../src/core/image/warp.ts';
import { grayImage, image, turned } from '../../support/images.ts';

test('means of a smooth picture are those of a warp, turned or not', () => {
  const smooth = grayImage(160, 120, (x, y) => 120 + 60 * Math.sin(x / 20) * Math.cos(y / 17));
  for (const angle of [0, 0.4, -2]) {
    const toFrame = turned(8, 80, 60, 9, angle);
    const means = pointMeans(smooth, toFrame, 8, 3);
    const exact = warp(smooth, toFrame, 8, 1);
    expect(means).toMatchObject({ size: 8, channels: 1 });
    means.data.forEach((value, i) => expect(Math.abs(value - exact.data[i]!)).toBeLessThan(3));
  }
});

test('outside the frame its edges go on', () => {
  const halves = grayImage(4, 2, (x) => (x < 2 ? 10 : 200));
  const toFrame = { a: 8, b: 0, c: 0, d: 8, e: -6, f: -7 };
  expect([...pointMeans(halves, toFrame, 2, 2).data].map(Math.round)).toEqual([10, 200, 10, 200]);
});

test('colours count as they do in luma', () => {
  const red = image(1, 1, () => [255, 0, 0]);
  const [luma] = pointMeans(red, { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }, 1, 3).data;
  expect(luma).toBeCloseTo(0.299 * 255, 3);
});
