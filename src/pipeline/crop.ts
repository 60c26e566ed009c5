import { compose, translation, type Affine } from '../core/affine.ts';
import { cropTransform, frameTransform } from '../core/alignment.ts';
import { cropBounds } from '../core/bounds.ts';
import type { Face } from '../core/face.ts';
import type { Size } from '../core/geometry.ts';
import type { EncoderSpec } from '../core/pack/schema.ts';
import type { CropImage } from '../core/pixels.ts';
import { channelCount } from '../core/tensor.ts';
import { warp } from '../core/warp.ts';
import type { Picture } from './picture.ts';

function transformFor({ crop, input }: EncoderSpec, face: Face, frame: Size): Affine {
  return crop.kind === 'face'
    ? cropTransform(face.keypoints, crop, input.size)
    : frameTransform(frame, crop, input.size);
}

/** A part of a picture as a square of `size` pixels; only the pixels it needs are read. */
export function cut(
  picture: Pick<Picture, 'size' | 'read'>,
  toFrame: Affine,
  size: number,
  channels: 1 | 3,
): CropImage {
  const bounds = cropBounds(toFrame, size, picture.size);
  const toPart = compose(translation(-bounds.x, -bounds.y), toFrame);
  return warp(picture.read(bounds), toPart, size, channels);
}

/** What the encoder is to see of a face. */
export function cropFace(picture: Picture, face: Face, encoder: EncoderSpec): CropImage {
  const toFrame = transformFor(encoder, face, picture.size);
  return cut(picture, toFrame, encoder.input.size, channelCount(encoder.input));
}
