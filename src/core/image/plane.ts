import type { Box, Size } from '../geometry/shapes.ts';
import type { RgbaImage } from './pixels.ts';

/** How much red, green and blue count in one channel. */
type Weights = readonly [red: number, green: number, blue: number];

/** Rec. 601 luma, as in the gray face data sets. */
const GRAY: Weights = [0.299, 0.587, 0.114];
const RED: Weights = [1, 0, 0];
const GREEN: Weights = [0, 1, 0];
const BLUE: Weights = [0, 0, 1];

/** The channels of a crop, each as its share of a frame's red, green and blue. */
export const CHANNELS = { 1: [GRAY], 3: [RED, GREEN, BLUE] } as const;

/** One channel of a part of an image, as floats in 0..255, row by row. */
export interface Plane extends Size {
  readonly data: Float32Array;
}

/**
 * One channel of a region, each block of `side` × `side` pixels averaged to one value. Outside
 * the image its edge pixels repeat. There is one row and one column more than the region asks
 * for, so that interpolation always has a neighbour.
 */
export function reduce(image: RgbaImage, region: Box, side: number, weights: Weights): Plane {
  const width = Math.ceil(region.width / side) + 1;
  const height = Math.ceil(region.height / side) + 1;
  const data = new Float32Array(width * height);
  const columns = offsets(region.x, width * side, image.width, 4);
  const rows = offsets(region.y, height * side, image.height, 4 * image.width);
  for (let y = 0; y < height; y++) {
    const lines = rows.subarray(y * side, (y + 1) * side);
    // Most crops need no blocks: without inner loops they take half the time.
    if (side === 1) fillFromPixels(image.data, lines, columns, weights, data, y * width);
    else fillFromBlocks(image.data, lines, columns, weights, data, y * width);
  }
  return { width, height, data };
}

/** Where `count` pixels of an axis lie in memory, from `from` on; those outside move to the edge. */
function offsets(from: number, count: number, length: number, step: number): Int32Array {
  const clamped = new Int32Array(count);
  for (let i = 0; i < count; i++) clamped[i] = step * Math.min(Math.max(from + i, 0), length - 1);
  return clamped;
}

/** Fills a row of the plane from the one row of pixels in `rows`. */
function fillFromPixels(
  data: RgbaImage['data'],
  rows: Int32Array,
  columns: Int32Array,
  [red, green, blue]: Weights,
  into: Float32Array,
  start: number,
): void {
  const row = rows[0]!;
  for (let i = 0; i < columns.length; i++) {
    const pixel = row + columns[i]!;
    into[start + i] = red * data[pixel]! + green * data[pixel + 1]! + blue * data[pixel + 2]!;
  }
}

/** Fills a row of the plane with means of blocks, as high and as wide as there are `rows`. */
function fillFromBlocks(
  data: RgbaImage['data'],
  rows: Int32Array,
  columns: Int32Array,
  [red, green, blue]: Weights,
  into: Float32Array,
  start: number,
): void {
  const side = rows.length;
  const share = 1 / (side * side);
  for (let i = 0, to = start; i < columns.length; to++) {
    let reds = 0;
    let greens = 0;
    let blues = 0;
    for (const end = i + side; i < end; i++) {
      const column = columns[i]!;
      for (let j = 0; j < side; j++) {
        const pixel = rows[j]! + column;
        // The sums stay whole numbers; `| 0` tells the engine so, which adds those faster.
        reds = (reds + data[pixel]!) | 0;
        greens = (greens + data[pixel + 1]!) | 0;
        blues = (blues + data[pixel + 2]!) | 0;
      }
    }
    into[to] = (red * reds + green * greens + blue * blues) * share;
  }
}
