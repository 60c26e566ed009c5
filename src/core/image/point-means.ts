import type { Affine } from '../geometry/affine.ts';
import type { CropImage, RgbaImage } from './pixels.ts';

/**
 * A gray crop whose every pixel is the mean luma (Rec. 601) of a grid of single frame pixels,
 * `points` to a side. It costs as much however large a part of the frame it shows, and says how
 * bright its parts are, not what is written there: for anything finer there is `warp`.
 *
 * `toFrame` maps crop pixels to frame pixels, centres at +0.5; `size` is the crop's side. Outside
 * the frame its edge pixels repeat.
 */
export function pointMeans(
  { data, width, height }: RgbaImage,
  toFrame: Affine,
  size: number,
  points: number,
): CropImage {
  const means = new Float32Array(size * size);
  const share = 1 / (points * points);
  for (let row = 0; row < size * points; row++) {
    const start = size * Math.floor(row / points);
    const y = (row + 0.5) / points;
    for (let column = 0; column < size * points; column++) {
      const x = (column + 0.5) / points;
      // Written out: a point for each of them would be hundreds of objects a frame.
      const across = within(toFrame.a * x + toFrame.c * y + toFrame.e, width);
      const down = within(toFrame.b * x + toFrame.d * y + toFrame.f, height);
      const pixel = 4 * (width * down + across);
      const luma = 0.299 * data[pixel]! + 0.587 * data[pixel + 1]! + 0.114 * data[pixel + 2]!;
      means[start + Math.floor(column / points)]! += share * luma;
    }
  }
  return { size, channels: 1, data: means };
}

/** The pixel of an axis that a coordinate lies in, or the nearest. */
function within(coordinate: number, length: number): number {
  return Math.min(Math.max(Math.floor(coordinate), 0), length - 1);
}
