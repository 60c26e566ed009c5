import jpeg from 'jpeg-js';
import type { Locator } from 'playwright-core';
import type { Rgb } from '../../support/contrast.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** The colour at a place given in shares of width and height, 0..1. */
  at(x: number, y: number): Rgb;
  /** All pixels, row by row. */
  readonly pixels: readonly Rgb[];
}

/** What is to be seen of an element. */
export async function pictureOf(element: Locator): Promise<Picture> {
  const file = await element.screenshot({ type: 'jpeg', quality: 100, animations: 'disabled' });
  const { width, height, data } = jpeg.decode(file, { useTArray: true });
  const pixels = Array.from({ length: width * height }, (_, index): Rgb => [
    data[index * 4]!,
    data[index * 4 + 1]!,
    data[index * 4 + 2]!,
  ]);
  const cell = (share: number, size: number) => Math.min(Math.floor(share * size), size - 1);
  return { width, height, pixels, at: (x, y) => pixels[cell(y, height) * width + cell(x, width)]! };
}
