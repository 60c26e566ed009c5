import { compose, translation, type Affine } from '../../core/geometry/affine.ts';
import { cropBounds } from '../../core/image/bounds.ts';
import type { CropImage } from '../../core/image/pixels.ts';
import { warp } from '../../core/image/warp.ts';
import type { View } from '../picture/picture.ts';

/** A part of a picture as a square of `size` pixels; only the pixels it needs are read. */
export function cut(view: View, toFrame: Affine, size: number, channels: 1 | 3): CropImage {
  const bounds = cropBounds(toFrame, size, view.size);
  const { image, corner } = view.read(bounds);
  const toPart = compose(translation(-corner.x, -corner.y), toFrame);
  return warp(image, toPart, size, channels);
}
