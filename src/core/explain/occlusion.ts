import type { CropImage } from '../image/pixels.ts';

/** What is hidden of a crop: one byte a pixel, row by row, 1 where it is hidden. */
export type Mask = Uint8Array;

/** How wide a sliding mask is, and how far it moves, in shares of the crop's side. */
const MASK_SIDE = 1 / 5;
const STEP = 1 / 8;

/**
 * Square masks that slide over a crop of `size` pixels a side, row by row, so that every pixel is
 * hidden by some of them, those at the edges by parts of masks that reach beyond.
 *
 * Occlusion sensitivity: Zeiler and Fergus, Visualizing and Understanding Convolutional Networks,
 * ECCV 2014.
 */
export function slidingMasks(size: number): readonly Mask[] {
  const side = Math.max(1, Math.round(size * MASK_SIDE));
  const step = Math.max(1, Math.round(size * STEP));
  const starts: number[] = [];
  for (let start = step - side; start < size; start += step) starts.push(start);
  return starts.flatMap((top) => starts.map((left) => squareMask(size, left, top, side)));
}

function squareMask(size: number, left: number, top: number, side: number): Mask {
  const mask = new Uint8Array(size * size);
  for (let y = Math.max(top, 0); y < Math.min(top + side, size); y++) {
    mask.fill(1, y * size + Math.max(left, 0), y * size + Math.min(left + side, size));
  }
  return mask;
}

/** The crop's mean colour: one number a channel, in 0..255. */
export function meanColour({ data, channels }: CropImage): readonly number[] {
  const sums = new Array<number>(channels).fill(0);
  for (let i = 0; i < data.length; i++) sums[i % channels]! += data[i]!;
  return sums.map((sum) => (sum * channels) / data.length);
}

/** A copy of the crop in which what the mask hides has one colour. */
export function hide(crop: CropImage, mask: Mask, colour: readonly number[]): CropImage {
  const data = crop.data.slice();
  const { channels } = crop;
  mask.forEach((hidden, pixel) => {
    if (hidden === 1) data.set(colour, pixel * channels);
  });
  return { ...crop, data };
}

/**
 * How much each pixel speaks for an emotion: the mean of what its figure falls by under the masks
 * that hide the pixel, smoothed. Positive where hiding lowers the figure.
 *
 * @param drops by how much the figure falls under each mask
 * @returns size × size numbers, row by row
 */
export function occlusionMap(
  masks: readonly Mask[],
  drops: readonly number[],
  size: number,
): Float32Array {
  const sums = new Float32Array(size * size);
  const counts = new Float32Array(size * size);
  masks.forEach((mask, i) => {
    const drop = drops[i]!;
    mask.forEach((hidden, pixel) => {
      if (hidden === 0) return;
      sums[pixel]! += drop;
      counts[pixel]! += 1;
    });
  });
  const means = sums.map((sum, pixel) => (counts[pixel] === 0 ? 0 : sum / counts[pixel]!));
  return smoothed(means, size, Math.max(1, Math.round(size * STEP)));
}

/** Means over squares that reach `radius` pixels to each side, cut off at the edges. */
function smoothed(values: Float32Array, size: number, radius: number): Float32Array {
  const across = alongRows(values, size, radius);
  return transposed(alongRows(transposed(across, size), size, radius), size);
}

function alongRows(values: Float32Array, size: number, radius: number): Float32Array {
  return values.map((_, i) => {
    const row = i - (i % size);
    const from = Math.max(i - radius, row);
    const to = Math.min(i + radius, row + size - 1);
    let sum = 0;
    for (let j = from; j <= to; j++) sum += values[j]!;
    return sum / (to - from + 1);
  });
}

function transposed(values: Float32Array, size: number): Float32Array {
  return values.map((_, i) => values[(i % size) * size + Math.floor(i / size)]!);
}
