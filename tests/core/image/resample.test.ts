import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { frameTransform } from '../../../src/core/geometry/alignment.ts';
import type { RgbaImage } from '../../../src/core/image/pixels.ts';
import { resample, roundHalfEven } from '../../../src/core/image/resample.ts';

/** Made by make.py there, with the libraries themselves. */
const FOLDER = new URL('../../fixtures/resample/', import.meta.url);
const bytes = readFileSync(fileURLToPath(new URL('frames.bin', FOLDER)));

interface Fixture {
  readonly size: number;
  /** To which the short side goes before the middle is cut. */
  readonly larger: number;
  readonly frames: readonly (Readonly<Record<'width' | 'height' | Offset, number>> & object)[];
}
type Offset = 'frame' | 'bicubic' | 'bilinear' | 'squash';

const { size, larger, frames } = JSON.parse(
  readFileSync(fileURLToPath(new URL('frames.json', FOLDER)), 'utf8'),
) as Fixture;

function imageAt({ width, height, frame }: Fixture['frames'][number]): RgbaImage {
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    data.set(bytes.subarray(frame + pixel * 3, frame + pixel * 3 + 3), pixel * 4);
  }
  return { width, height, data };
}

const wanted = (offset: number) => Array.from(bytes.subarray(offset, offset + size * size * 3));

function farthest(one: ArrayLike<number>, other: readonly number[]): number {
  return Math.max(...other.map((value, i) => Math.abs(value - one[i]!)));
}

describe.each(frames)('a frame of $width × $height pixels', (fixture) => {
  test('is what Pillow makes of it with its bicubic filter, byte by byte', () => {
    const crop = { kind: 'frame', fit: 'centre', resample: 'bicubic' } as const;
    const image = imageAt(fixture);
    const { data } = resample(image, frameTransform(image, crop, size), size, 'bicubic');
    expect(Array.from(data)).toEqual(wanted(fixture.bicubic));
  });

  test('is what torchvision’s presets for video make of it, but for how halves are rounded', () => {
    const crop = { kind: 'frame', fit: 'centre', resize: larger, resample: 'bilinear' } as const;
    const image = imageAt(fixture);
    const { data } = resample(image, frameTransform(image, crop, size), size, 'bilinear');
    expect(farthest(data, wanted(fixture.bilinear))).toBeLessThanOrEqual(1);
  });

  test('is squashed as OpenCV does it, within its fixed-point arithmetic', () => {
    const crop = { kind: 'frame', fit: 'squash', resample: 'bilinear' } as const;
    const image = imageAt(fixture);
    const { data } = resample(image, frameTransform(image, crop, size), size, 'bilinear');
    expect(farthest(data, wanted(fixture.squash))).toBeLessThanOrEqual(1);
  });
});

test('a turned crop is refused', () => {
  const image = imageAt(frames[0]!);
  const turned = { a: 1, b: 0.1, c: -0.1, d: 1, e: 0, f: 0 };
  expect(() => resample(image, turned, size, 'bicubic')).toThrow(RangeError);
});

test('halves go to the even number', () => {
  expect([0.5, 1.5, 2.5, 2.4, 115.5].map(roundHalfEven)).toEqual([0, 2, 2, 2, 116]);
});
