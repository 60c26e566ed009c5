import type { Affine } from '../../src/core/geometry/affine.ts';
import type { RgbaImage } from '../../src/core/image/pixels.ts';
import { mulberry32 } from '../../src/core/math/random.ts';

/** An image whose pixel at column x and row y is what `colour` says. */
export function image(
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly [number, number, number],
): RgbaImage {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    data.set([...colour(i % width, Math.floor(i / width)), 255], i * 4);
  }
  return { width, height, data };
}

export function grayImage(
  width: number,
  height: number,
  value: (x: number, y: number) => number,
): RgbaImage {
  return image(width, height, (x, y) => {
    const gray = value(x, y);
    return [gray, gray, gray];
  });
}

/** White noise, the same for the same seed. */
export function noise(width: number, height: number, seed: number): RgbaImage {
  const next = mulberry32(seed);
  return image(width, height, () => [next() % 256, next() % 256, next() % 256]);
}

/** A crop of side `size` turned by `angle` around the frame point (x, y), `scale` pixels a step. */
export function turned(size: number, x: number, y: number, scale: number, angle: number): Affine {
  const [a, b] = [scale * Math.cos(angle), scale * Math.sin(angle)];
  const half = size / 2;
  return { a, b, c: -b, d: a, e: x - a * half + b * half, f: y - b * half - a * half };
}
