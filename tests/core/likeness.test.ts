import { expect, test } from 'vitest';
import { unlikeness } from '../../src/core/likeness.ts';
import type { CropImage } from '../../src/core/pixels.ts';

function crop(...pixels: number[]): CropImage {
  return { size: Math.sqrt(pixels.length), channels: 1, data: Float32Array.from(pixels) };
}

test('a crop is like itself', () => {
  expect(unlikeness(crop(1, 50, 200, 7), crop(1, 50, 200, 7))).toBe(0);
});

test('brightness alone is no difference', () => {
  expect(unlikeness(crop(1, 50, 200, 7), crop(21, 70, 220, 27))).toBe(0);
});

test('it is the mean of the pixels’ differences', () => {
  expect(unlikeness(crop(10, 10, 10, 10), crop(14, 6, 10, 10))).toBe(2);
});

test('crops of other sizes are refused', () => {
  expect(() => unlikeness(crop(1), crop(1, 2, 3, 4))).toThrow(RangeError);
});
