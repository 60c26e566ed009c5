import { expect, test } from 'vitest';
import { mapFor, type Explanation } from '../../../src/core/explain/explanation.ts';
import {
  hide,
  meanColour,
  occlusionMap,
  slidingMasks,
} from '../../../src/core/explain/occlusion.ts';
import type { CropImage } from '../../../src/core/image/pixels.ts';

test.each([8, 48, 64, 224])('sliding masks hide every pixel of a crop of %i', (size) => {
  const masks = slidingMasks(size);
  const hidden = new Uint8Array(size * size);
  for (const mask of masks) mask.forEach((one, pixel) => (hidden[pixel]! |= one));
  expect(hidden.every((one) => one === 1)).toBe(true);
  // Enough to tell parts of a face apart, and few enough to be read in two seconds.
  expect(masks.length).toBeLessThanOrEqual(144);
});

test('meanColour is the mean of each channel', () => {
  const data = new Float32Array([10, 20, 30, 30, 40, 50, 20, 30, 40, 0, 10, 20]);
  expect(meanColour({ size: 2, channels: 3, data })).toEqual([15, 25, 35]);
  expect(meanColour({ size: 2, channels: 1, data: data.slice(0, 4) })).toEqual([22.5]);
});

test('hide gives what is hidden one colour and leaves the crop as it is', () => {
  const crop: CropImage = { size: 2, channels: 3, data: new Float32Array(12).fill(9) };
  const hidden = hide(crop, Uint8Array.of(0, 1, 0, 0), [1, 2, 3]);
  expect([...hidden.data]).toEqual([9, 9, 9, 1, 2, 3, 9, 9, 9, 9, 9, 9]);
  expect(crop.data.every((value) => value === 9)).toBe(true);
});

const SIZE = 48;
const MASKS = slidingMasks(SIZE);
const at = (map: Float32Array, x: number, y: number) => map[y * SIZE + x]!;

test('a map is highest where hiding lowers the figure, and below zero where it raises it', () => {
  const hides = (x: number, y: number) => MASKS.map((mask) => mask[y * SIZE + x]!);
  const [favour, against] = [hides(24, 36), hides(12, 12)];
  const map = occlusionMap(
    MASKS,
    MASKS.map((_, i) => favour[i]! - against[i]!),
    SIZE,
  );
  expect(at(map, 24, 36)).toBe(Math.max(...map));
  expect(at(map, 12, 12)).toBe(Math.min(...map));
  expect(at(map, 40, 4)).toBe(0);
});

test('masks that change nothing make an even map', () => {
  const map = occlusionMap(MASKS, new Array<number>(MASKS.length).fill(0.25), SIZE);
  for (const value of map) expect(value).toBeCloseTo(0.25);
});

test('mapFor shows what moves the odds where the probability is all but certain', () => {
  const sure = (share: number) => [0, 0, 0, share, 0, 1 - share] as const;
  const explanation: Explanation = {
    probabilities: sure(0.999),
    size: SIZE,
    toFrame: { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 },
    occluded: MASKS.map((mask) => sure(mask[36 * SIZE + 24] === 1 ? 0.99 : 0.999)),
    without: {
      brows: sure(1),
      eyes: sure(1),
      mouth: sure(1),
      'left-half': sure(1),
      'right-half': sure(1),
    },
    added: null,
  };
  const map = mapFor(explanation, 3);
  // Odds of 999 fall to 99.
  expect(at(map, 24, 36)).toBeGreaterThan(0.3);
  expect(at(map, 24, 36)).toBeLessThanOrEqual(Math.log(999 / 99) + 1e-6);
  expect(at(map, 4, 4)).toBeCloseTo(0);
  expect(at(mapFor(explanation, 5), 24, 36)).toBeLessThan(-0.3);
});
