import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decode } from 'jpeg-js';
import type { Box } from '../../src/core/geometry/shapes.ts';
import type { RgbaImage } from '../../src/core/image/pixels.ts';

interface Photo extends Box {
  readonly file: string;
}

const WEBCAM = { width: 640, height: 480 };

/** People in the sample photos of a development dependency, framed as a webcam would frame them. */
const PHOTOS = {
  /** Lips apart, teeth shown, looking at the camera. */
  smiling: { file: 'sample3.jpg', x: 1352, y: 225, width: 560, height: 420 },
  /** The same, in other light. */
  grinning: { file: 'sample6.jpg', x: 448, y: 250, ...WEBCAM },
  /** Head tilted by about 20°. */
  laughing: { file: 'sample1.jpg', x: 1277, y: 130, ...WEBCAM },
  /** Lips closed, no smile. */
  neutral: { file: 'sample3.jpg', x: 340, y: 220, ...WEBCAM },
  /** Two who smile, side by side. */
  pair: { file: 'sample3.jpg', x: 1000, y: 140, width: 800, height: 600 },
} satisfies Record<string, Photo>;

export type PhotoName = keyof typeof PHOTOS;

function sample(file: string): RgbaImage {
  const demo = new URL('../../node_modules/@vladmandic/face-api/demo/', import.meta.url);
  return decode(readFileSync(fileURLToPath(new URL(file, demo))), { useTArray: true });
}

function cut(image: RgbaImage, { x, y, width, height }: Box): RgbaImage {
  const data = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row++) {
    const start = ((y + row) * image.width + x) * 4;
    data.set(image.data.subarray(start, start + width * 4), row * width * 4);
  }
  return { width, height, data };
}

/** The pixels of one of the photos. */
export function photo(name: PhotoName): RgbaImage {
  const { file, ...box } = PHOTOS[name];
  return cut(sample(file), box);
}
