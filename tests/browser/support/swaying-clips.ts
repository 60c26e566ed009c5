import type { RgbaImage } from '../../../src/core/image/pixels.ts';
import type { Page } from 'playwright-core';
import { animatedPng } from '../../support/animated-png.ts';
import { photo, type PhotoName } from '../../support/photos.ts';
import { encodeClips, type ChosenFile } from './clips.ts';

/** A face that moves in a light that grows. */
export interface SwayingClip {
  /** Without an extension. */
  readonly name: string;
  readonly shows: PhotoName;
  readonly frames: number;
  /** How far the face moves to either side, in pixels. */
  readonly sway: number;
}

const SIZE = { width: 208, height: 156 };
const RATE = 10;

/** Animations without loss: whoever decodes them has the very same pixels. */
export function losslessClip({ name, shows, frames, sway }: SwayingClip): ChosenFile {
  const face = photo(shows);
  const pictures = Array.from({ length: frames }, (_, frame) => {
    const right = sway * Math.sin(frame / 3);
    return brightened(face, { right, share: 0.7 + 0.01 * frame });
  });
  const buffer = animatedPng(pictures, 1000 / RATE);
  return { name: `${name}.png`, mimeType: 'image/png', buffer };
}

/** The same as films, of which a browser and FFmpeg decode the same brightness and colours. */
export function films(page: Page, clips: readonly SwayingClip[]): Promise<readonly ChosenFile[]> {
  const plans = clips.map(({ name, shows, frames, sway }) => ({
    name: `${name}.webm`,
    shows: [shows],
    frames,
    sway,
    film: { size: SIZE, rate: RATE },
  }));
  return encodeClips(page, plans);
}

/** A photo in the size of a frame, some pixels further right and with so much of its light. */
function brightened(
  face: RgbaImage,
  { right, share }: { right: number; share: number },
): RgbaImage {
  const { width, height } = SIZE;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const column = Math.round((x * face.width) / width + right);
      const row = Math.round((y * face.height) / height);
      const from = (row * face.width + Math.min(Math.max(column, 0), face.width - 1)) * 4;
      for (let channel = 0; channel < 3; channel++) {
        data[(y * width + x) * 4 + channel] = face.data[from + channel]! * share;
      }
    }
  }
  return { width, height, data };
}
