import { compose, translation, type Affine } from '../../core/geometry/affine.ts';
import { cropBounds } from '../../core/image/bounds.ts';
import type { CropImage } from '../../core/image/pixels.ts';
import { resample } from '../../core/image/resample.ts';
import { warp } from '../../core/image/warp.ts';
import type { Resampling } from '../../core/pack/schema.ts';
import type { View } from '../picture/picture.ts';

/** What a crop is made like. */
export interface Cut {
  /** Its side, in pixels. */
  readonly size: number;
  readonly channels: 1 | 3;
  readonly resampling: Resampling;
}

/** A part of a picture as a square. */
export function cut(view: View, toFrame: Affine, { size, channels, resampling }: Cut): CropImage {
  if (resampling !== 'area') {
    const { image } = view.read({ x: 0, y: 0, ...view.size });
    return resample(image, toFrame, size, resampling);
  }
  // Only the pixels it needs are read.
  const bounds = cropBounds(toFrame, size, view.size);
  const { image, corner } = view.read(bounds);
  const toPart = compose(translation(-corner.x, -corner.y), toFrame);
  return warp(image, toPart, size, channels);
}
