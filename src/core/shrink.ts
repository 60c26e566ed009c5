import type { Size } from './geometry.ts';
import type { OwnImage, RgbaImage } from './pixels.ts';

/** Three sums of bytes share two whole numbers: of larger blocks they would run into each other. */
const MOST_SIDE = 11;

/**
 * An image no longer and no wider than `longest`, opaque: each pixel is the mean of a block of
 * pixels, as many to a side as it takes. What is left at the right and at the bottom, less than a
 * block, is cut off.
 *
 * Throws a RangeError for an image that is more than eleven times as long.
 */
export function shrink({ width, height, data }: RgbaImage, longest: number): OwnImage {
  const side = Math.max(1, Math.ceil(Math.max(width, height) / longest));
  if (side > MOST_SIDE) throw new RangeError(`${width} × ${height} is too large for ${longest}`);
  const block = { width: Math.min(side, width), height: Math.min(side, height) };
  const small = {
    width: Math.floor(width / block.width),
    height: Math.floor(height / block.height),
  };
  // A word a pixel: red, green, blue and opacity from its lowest byte on, as every processor that
  // runs a browser has them.
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const means = new Uint32Array(small.width * small.height);
  for (let y = 0; y < small.height; y++) {
    const rows = pixels.subarray(y * block.height * width, (y + 1) * block.height * width);
    fillMeans(rows, width, block, means.subarray(y * small.width, (y + 1) * small.width));
  }
  return { ...small, data: new Uint8ClampedArray(means.buffer) };
}

/** Fills a row with the means of the blocks side by side in `rows`, which are `width` pixels long. */
function fillMeans(rows: Uint32Array, width: number, block: Size, row: Uint32Array): void {
  const share = 1 / (block.width * block.height);
  for (let x = 0; x < row.length; x++) {
    let redsAndBlues = 0;
    let greens = 0;
    for (let line = x * block.width; line < rows.length; line += width) {
      for (let i = line; i < line + block.width; i++) {
        const pixel = rows[i]!;
        redsAndBlues = (redsAndBlues + (pixel & 0xff00ff)) | 0;
        greens = (greens + ((pixel >> 8) & 0xff)) | 0;
      }
    }
    const red = ((redsAndBlues & 0xffff) * share + 0.5) | 0;
    const green = (greens * share + 0.5) | 0;
    const blue = ((redsAndBlues >> 16) * share + 0.5) | 0;
    row[x] = 0xff000000 | (blue << 16) | (green << 8) | red;
  }
}
