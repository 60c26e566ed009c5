import type { OwnImage, RgbaImage } from './pixels.ts';

/**
 * An image no longer and no wider than `longest`, opaque, for finding things in: each pixel stands
 * for a block of pixels, as many to a side as it takes, and is the mean of four of them, a quarter
 * of a side from its edges. What is left at the right and at the bottom, less than a block, is cut
 * off.
 *
 * @param memory to write it to, where it is as long as the image takes; else that is new
 */
export function shrink(
  { width, height, data }: RgbaImage,
  longest: number,
  memory: ArrayBuffer | null = null,
): OwnImage {
  const side = Math.max(1, Math.ceil(Math.max(width, height) / longest));
  const small = {
    width: Math.max(1, Math.floor(width / side)),
    height: Math.max(1, Math.floor(height / side)),
  };
  // A word a pixel: red, green, blue and opacity from its lowest byte on, as every processor that
  // runs a browser has them.
  const pixels = new Int32Array(data.buffer, data.byteOffset, width * height);
  const means = memoryFor(small.width * small.height, memory);
  const [left, right] = quarters(Math.min(side, width));
  const [top, bottom] = quarters(Math.min(side, height));
  for (let y = 0, to = 0; y < small.height; y++) {
    const above = (y * side + top) * width;
    const below = (y * side + bottom) * width;
    for (let x = 0; x < small.width; x++, to++) {
      const from = x * side + left;
      const until = x * side + right;
      means[to] = mean(
        pixels[above + from]!,
        pixels[above + until]!,
        pixels[below + from]!,
        pixels[below + until]!,
      );
    }
  }
  return { ...small, data: new Uint8ClampedArray(means.buffer) };
}

/** So many words. */
function memoryFor(words: number, memory: ArrayBuffer | null): Int32Array<ArrayBuffer> {
  const fits = memory?.byteLength === words * Int32Array.BYTES_PER_ELEMENT;
  return fits ? new Int32Array(memory) : new Int32Array(words);
}

/** The two places of `length` that are a quarter from its ends. */
function quarters(length: number): [number, number] {
  const first = Math.floor(length / 4);
  return [first, length - 1 - first];
}

/** The mean of four pixels, rounded channel by channel: red and blue in one go, as they are apart. */
function mean(a: number, b: number, c: number, d: number): number {
  const redAndBlue = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff) + 0x00020002;
  const green =
    ((a >>> 8) & 0xff) + ((b >>> 8) & 0xff) + ((c >>> 8) & 0xff) + ((d >>> 8) & 0xff) + 2;
  return 0xff000000 | ((redAndBlue >>> 2) & 0xff00ff) | ((green >>> 2) << 8);
}
