import { describe, expect, test } from 'vitest';
import { scaling, translation, type Affine } from '../../../src/core/geometry/affine.ts';
import type { CropImage, RgbaImage } from '../../../src/core/image/pixels.ts';
import { warp, warpInto } from '../../../src/core/image/warp.ts';
import { grayImage, image, noise, turned } from '../../support/images.ts';

const STILL = scaling(1, 1);

function channelOf({ data }: RgbaImage, channel: number): number[] {
  return Array.from(data).filter((_, i) => i % 4 === channel);
}

function gray([red, green, blue]: readonly [number, number, number]): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** The mean of a great many nearest-pixel samples: the area a crop pixel covers. */
function areaAverages(frame: RgbaImage, toFrame: Affine, size: number): number[] {
  const grid = 64;
  return Array.from({ length: size * size }, (_, i) => {
    let sum = 0;
    for (let s = 0; s < grid * grid; s++) {
      const u = (i % size) + ((s % grid) + 0.5) / grid;
      const v = Math.floor(i / size) + (Math.floor(s / grid) + 0.5) / grid;
      const x = Math.floor(toFrame.a * u + toFrame.c * v + toFrame.e);
      const y = Math.floor(toFrame.b * u + toFrame.d * v + toFrame.f);
      const at = 4 * (y * frame.width + x);
      sum += gray([frame.data[at]!, frame.data[at + 1]!, frame.data[at + 2]!]);
    }
    return sum / grid ** 2;
  });
}

function rootMeanSquare(crop: CropImage, expected: readonly number[]): number {
  const squares = expected.map((value, i) => (value - crop.data[i]!) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}

describe('identity', () => {
  test('gives back a gray image exactly', () => {
    const frame = grayImage(48, 48, (x, y) => (x * 37 + y * 101) % 256);
    expect(Array.from(warp(frame, STILL, 48, 1).data)).toEqual(channelOf(frame, 0));
  });

  test('gives back red, green and blue exactly', () => {
    const frame = noise(48, 48, 1);
    const crop = warp(frame, STILL, 48, 3);
    for (const channel of [0, 1, 2]) {
      const values = Array.from(crop.data).filter((_, i) => i % 3 === channel);
      expect(values).toEqual(channelOf(frame, channel));
    }
  });
});

test('gray is Rec. 601 luma', () => {
  const crop = warp(
    image(4, 4, () => [200, 100, 50]),
    STILL,
    4,
    1,
  );
  expect(crop.data[5]).toBeCloseTo(0.299 * 200 + 0.587 * 100 + 0.114 * 50, 4);
});

describe('translation', () => {
  const frame = noise(30, 30, 2);

  test('by whole pixels copies them', () => {
    const crop = warp(frame, translation(5, 7), 8, 3);
    const at = 4 * ((7 + 3) * 30 + 5 + 2);
    expect(Array.from(crop.data.subarray(3 * (3 * 8 + 2), 3 * (3 * 8 + 2) + 3))).toEqual(
      Array.from(frame.data.subarray(at, at + 3)),
    );
  });

  test('by half a pixel takes the mean of neighbours', () => {
    const ramp = grayImage(16, 16, (x) => 10 * x);
    const crop = warp(ramp, translation(3.5, 2), 4, 1);
    expect(Array.from(crop.data.subarray(0, 4))).toEqual([35, 45, 55, 65]);
  });
});

test('a quarter turn turns the picture', () => {
  const frame = noise(9, 9, 3);
  const crop = warp(frame, turned(9, 4.5, 4.5, 1, Math.PI / 2), 9, 3);
  // The crop's x axis points down the frame, its y axis to the frame's left.
  for (const [u, v] of [
    [0, 0],
    [8, 0],
    [3, 6],
  ] as const) {
    const at = 4 * (u * 9 + (8 - v));
    for (const channel of [0, 1, 2]) {
      expect(crop.data[3 * (v * 9 + u) + channel]).toBeCloseTo(frame.data[at + channel]!, 3);
    }
  }
});

describe('shrinking', () => {
  const checkers = grayImage(800, 800, (x, y) => ((x + y) % 2) * 255);

  test.each([
    [2, 0],
    [2.7, 0],
    [4, 0.2],
    [8, 0],
    [12.5, 0],
    [13.1, 0.4],
  ])('a checkerboard by %f, turned by %f, makes it gray', (scale, angle) => {
    const crop = warp(checkers, turned(24, 400, 400, scale, angle), 24, 1);
    const worst = Math.max(...crop.data.map((value) => Math.abs(value - 127.5)));
    expect(worst).toBeLessThan(8);
  });

  test('two to one is the mean of four pixels', () => {
    const frame = grayImage(8, 8, (x, y) => 3 * x * x + 7 * y);
    const crop = warp(frame, scaling(2, 2), 4, 1);
    const mean = (x: number, y: number) => (3 * x * x + 3 * (x + 1) ** 2) / 2 + 7 * (y + 0.5);
    expect(crop.data[4 * 1 + 3]).toBeCloseTo(mean(6, 2), 4);
    expect(crop.data[4 * 3 + 0]).toBeCloseTo(mean(0, 6), 4);
  });
});

describe('agreement with the mean over the area', () => {
  const frame = noise(700, 700, 6);
  const smooth = grayImage(
    700,
    700,
    (x, y) => 128 + 60 * Math.sin(x / 17) * Math.cos(y / 23) + 40 * Math.sin((x + 2 * y) / 40),
  );
  const crops: readonly [number, number][] = [
    [2, 0],
    [3.3, 0.25],
    [6.1, -0.4],
    [9.7, 0.1],
    [12.5, 0.6],
    [17, 0.2],
  ];

  test.each(crops)('on smooth pictures shrunk by %f, turned by %f', (scale, angle) => {
    const transform = turned(24, 350, 350, scale, angle);
    const expected = areaAverages(smooth, transform, 24);
    expect(rootMeanSquare(warp(smooth, transform, 24, 1), expected)).toBeLessThan(0.2);
  });

  test.each(crops)('on white noise shrunk by %f, turned by %f', (scale, angle) => {
    const transform = turned(24, 350, 350, scale, angle);
    const expected = areaAverages(frame, transform, 24);
    const spread = rootMeanSquare(warp(frame, transform, 24, 1), expected);
    // The noise deviates by 49, and 49 ÷ scale is left of that in means over an area.
    expect(spread).toBeLessThan(0.3 * (49 / scale));
  });
});

describe('the edge', () => {
  test('repeats outside the frame', () => {
    const frame = grayImage(10, 10, (x, y) => 10 * x + y);
    const crop = warp(frame, translation(-3, 8), 6, 1);
    expect(Array.from(crop.data.subarray(0, 6))).toEqual([8, 8, 8, 8, 18, 28]);
    expect(Array.from(crop.data.subarray(30))).toEqual([9, 9, 9, 9, 19, 29]);
  });

  test('is all there is of a crop far outside', () => {
    const frame = grayImage(10, 10, (x, y) => 10 * x + y);
    expect(new Set(warp(frame, translation(500, 500), 6, 1).data)).toEqual(new Set([99]));
    expect(new Set(warp(frame, turned(6, -500, -500, 12, 0.3), 6, 1).data)).toEqual(new Set([0]));
  });
});

test('a crop that is there already is overwritten', () => {
  const frame = noise(60, 60, 8);
  const transform = turned(12, 30, 30, 3, 0.2);
  const crop = { size: 12, channels: 1 as const, data: new Float32Array(144).fill(77) };
  warpInto(crop, frame, transform);
  expect(crop).toEqual(warp(frame, transform, 12, 1));
});
