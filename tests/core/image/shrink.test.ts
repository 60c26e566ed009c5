import { expect, test } from 'vitest';
import { shrink } from '../../../src/core/image/shrink.ts';
import { image, noise } from '../../support/images.ts';

test('an image that is small enough stays as it is, opaque', () => {
  const given = noise(320, 200, 1);
  expect([...shrink(given, 320).data]).toEqual(
    [...given.data].map((value, i) => (i % 4 === 3 ? 255 : value)),
  );
});

test('at half its size each pixel is the mean of four, channel by channel', () => {
  const given = noise(640, 480, 2);
  const small = shrink(given, 320);
  expect(small).toMatchObject({ width: 320, height: 240 });
  let furthest = 0;
  for (let i = 0; i < small.data.length; i++) {
    const [channel, x, y] = [i % 4, (i >> 2) % 320, Math.floor(i / 1280)];
    if (channel === 3) continue;
    const at = 4 * (2 * y * 640 + 2 * x) + channel;
    const four = [at, at + 4, at + 2560, at + 2564].map((place) => given.data[place]!);
    const mean = four.reduce((sum, value) => sum + value, 0) / 4;
    furthest = Math.max(furthest, Math.abs(small.data[i]! - mean));
  }
  expect(furthest).toBeLessThanOrEqual(0.5);
});

test.each([
  [1280, 720, 4],
  [1920, 1080, 6],
  [720, 576, 3],
  [721, 480, 3],
  [480, 641, 3],
])('what lies where in %i × %i lies there in the smaller one', (width, height, side) => {
  const slope = image(width, height, (x, y) => [x / 8, y / 8, 0]);
  const small = shrink(slope, 320);
  expect(small).toMatchObject({
    width: Math.floor(width / side),
    height: Math.floor(height / side),
  });
  for (const [x, y] of [
    [0, 0],
    [40, 77],
    [small.width - 1, small.height - 1],
  ] as const) {
    const at = 4 * (y * small.width + x);
    const [middleX, middleY] = [(x + 0.5) * side - 0.5, (y + 0.5) * side - 0.5];
    expect(Math.abs(small.data[at]! - middleX / 8)).toBeLessThanOrEqual(1);
    expect(Math.abs(small.data[at + 1]! - middleY / 8)).toBeLessThanOrEqual(1);
  }
});

test('no sum runs over: white stays white', () => {
  const white = image(352, 352, () => [255, 255, 255]);
  expect(new Set(shrink(white, 32).data)).toEqual(new Set([255]));
});

test('an image narrower than a block becomes one pixel narrow', () => {
  const line = image(2, 640, (x) => [100 * x, 0, 0]);
  const small = shrink(line, 160);
  expect(small).toMatchObject({ width: 1, height: 160 });
  expect(small.data[0]).toBe(50);
});

test('writes to memory that is as long as the image, and to no other', () => {
  const given = noise(640, 480, 2);
  const memory = new ArrayBuffer(4 * 320 * 240);
  const small = shrink(given, 320, memory);
  expect(small.data.buffer).toBe(memory);
  expect(small.data).toEqual(shrink(given, 320).data);
  expect(shrink(given, 160, memory).data.buffer).not.toBe(memory);
});

test('takes the part of a buffer that the image is', () => {
  const { data } = image(4, 2, () => [10, 20, 30]);
  const buffer = new Uint8ClampedArray(data.length + 4);
  buffer.set(data, 4);
  const small = shrink({ width: 4, height: 2, data: buffer.subarray(4) }, 2);
  expect([...small.data]).toEqual([10, 20, 30, 255, 10, 20, 30, 255]);
});
