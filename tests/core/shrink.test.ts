import { expect, test } from 'vitest';
import { shrink } from '../../src/core/shrink.ts';
import { image, noise } from './support/images.ts';

test('an image that is small enough stays as it is, opaque', () => {
  const given = noise(320, 200, 1);
  expect([...shrink(given, 320).data]).toEqual(
    [...given.data].map((value, i) => (i % 4 === 3 ? 255 : value)),
  );
});

test.each([
  [640, 480, 320, 2],
  [1280, 720, 320, 4],
  [1920, 1080, 320, 6],
  [721, 480, 320, 3],
  [480, 641, 320, 3],
])(
  'of %i × %i each pixel is the mean of a block, channel by channel',
  (width, height, longest, side) => {
    const given = noise(width, height, 2);
    const small = shrink(given, longest);
    expect(small).toMatchObject({
      width: Math.floor(width / side),
      height: Math.floor(height / side),
    });
    for (const [x, y] of [
      [0, 0],
      [small.width - 1, small.height - 1],
      [7, 11],
    ] as const) {
      for (const channel of [0, 1, 2]) {
        let sum = 0;
        for (let j = 0; j < side; j++) {
          for (let i = 0; i < side; i++) {
            sum += given.data[4 * ((y * side + j) * width + x * side + i) + channel]!;
          }
        }
        const mean = sum / side ** 2;
        const value = small.data[4 * (y * small.width + x) + channel]!;
        expect(Math.abs(value - mean)).toBeLessThanOrEqual(0.5);
      }
    }
  },
);

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

test('refuses an image that is too large', () => {
  expect(() =>
    shrink(
      image(400, 4, () => [0, 0, 0]),
      32,
    ),
  ).toThrow(RangeError);
});

test('takes the part of a buffer that the image is', () => {
  const { data } = image(4, 2, () => [10, 20, 30]);
  const buffer = new Uint8ClampedArray(data.length + 4);
  buffer.set(data, 4);
  const small = shrink({ width: 4, height: 2, data: buffer.subarray(4) }, 2);
  expect([...small.data]).toEqual([10, 20, 30, 255, 10, 20, 30, 255]);
});
