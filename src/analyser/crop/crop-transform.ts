import type { Affine } from '../../core/geometry/affine.ts';
import { cropTransform, frameTransform } from '../../core/geometry/alignment.ts';
import type { Face } from '../../core/tracking/face.ts';
import type { Size } from '../../core/geometry/shapes.ts';
import type { EncoderSpec } from '../../core/pack/schema.ts';

/** From the pixels of the crop the encoder is to see of a face to those of the frame. */
export function transformFor({ crop, input }: EncoderSpec, face: Face, frame: Size): Affine {
  return crop.kind === 'face'
    ? cropTransform(face.keypoints, crop, input.size)
    : frameTransform(frame, crop, input.size);
}
