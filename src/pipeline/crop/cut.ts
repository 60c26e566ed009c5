import { compose, translation, type Affine } from '../../core/affine.ts';
import { cropBounds } from '../../core/bounds.ts';
import type { CropImage } from '../../core/pixels.ts';
import { warp } from '../../core/warp.ts';
import type { View } from '../picture.ts';

/** A part of a picture as a square of `size` pixels; only the pixels it needs are read. */
export function cut(view: View, toFrame: Affine, size: number, channels: 1 | 3): CropImage {
  const bounds = cropBounds(toFrame, size, view.size);
  const toPart = compose(translation(-bounds.x, -bounds.y), toFrame);
  return warp(view.read(bounds), toPart, size, channels);
}
