import { describe, expect, test } from 'vitest';
import {
  compose,
  transformPoint,
  translation,
  type Affine,
} from '../../../src/core/geometry/affine.ts';
import { cropBounds } from '../../../src/core/image/bounds.ts';
import type { Box } from '../../../src/core/geometry/shapes.ts';
import type { RgbaImage } from '../../../src/core/image/pixels.ts';
import { warp } from '../../../src/core/image/warp.ts';
import { noise, turned } from '../../support/images.ts';

const SIZE = 12;
const FRAME = noise(160, 120, 5);

/** Crops inside, across every edge, outside, enlarged, and shrunk beyond eight pixels a step. */
const CROPS: readonly [string, Affine][] = [
  ['inside', turned(SIZE, 80, 60, 4, 0.3)],
  ['enlarged', turned(SIZE, 81.3, 59.1, 0.6, -0.2)],
  ['strongly shrunk', turned(SIZE, 80, 60, 9.5, 0.1)],
  ['across the left edge', turned(SIZE, 3, 60, 3, 0.4)],
  ['across the top right corner', turned(SIZE, 158, 2, 10, 0.2)],
  ['larger than the frame', turned(SIZE, 80, 60, 40, 0.7)],
  ['right outside', turned(SIZE, 400, 60, 5, 0)],
  ['outside at the bottom left', turned(SIZE, -90, 300, 5, 1)],
];

function part(image: RgbaImage, box: Box): RgbaImage {
  const data = new Uint8ClampedArray(box.width * box.height * 4);
  for (let row = 0; row < box.height; row++) {
    const start = 4 * ((box.y + row) * image.width + box.x);
    data.set(image.data.subarray(start, start + 4 * box.width), 4 * row * box.width);
  }
  return { width: box.width, height: box.height, data };
}

describe.each(CROPS)('cropBounds of a crop %s', (_, transform) => {
  const box = cropBounds(transform, SIZE, FRAME);

  test('lies in the frame, in whole pixels', () => {
    expect(Object.values(box).every(Number.isInteger)).toBe(true);
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(1);
    expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(FRAME.width);
    expect(box.y + box.height).toBeLessThanOrEqual(FRAME.height);
  });

  test('holds all the warp needs', () => {
    const alone = compose(translation(-box.x, -box.y), transform);
    for (const channels of [1, 3] as const) {
      const whole = warp(FRAME, transform, SIZE, channels);
      const cut = warp(part(FRAME, box), alone, SIZE, channels);
      whole.data.forEach((value, i) => {
        expect(cut.data[i]).toBeCloseTo(value, 3);
      });
    }
  });
});

test('the box is not much larger than the crop', () => {
  const transform = turned(SIZE, 80, 60, 4, 0);
  const { x, y } = transformPoint(transform, { x: 0, y: 0 });
  expect(cropBounds(transform, SIZE, FRAME)).toEqual({
    x: x - 2,
    y: y - 2,
    width: 4 * SIZE + 4,
    height: 4 * SIZE + 4,
  });
});
