import type { Affine } from '../../core/affine.ts';
import { cropTransform, frameTransform } from '../../core/alignment.ts';
import type { Face } from '../../core/face.ts';
import type { Size } from '../../core/geometry.ts';
import type { EncoderSpec } from '../../core/pack/schema.ts';

/** From the pixels of the crop the encoder is to see of a face to those of the frame. */
export function transformFor({ crop, input }: EncoderSpec, face: Face, frame: Size): Affine {
  return crop.kind === 'face'
    ? cropTransform(face.keypoints, crop, input.size)
    : frameTransform(frame, crop, input.size);
}
