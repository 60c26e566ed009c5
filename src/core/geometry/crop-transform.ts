import type { Affine } from './affine.ts';
import { cropTransform, frameTransform } from './alignment.ts';
import type { Face } from '../tracking/face.ts';
import type { Size } from './shapes.ts';
import type { EncoderSpec } from '../pack/schema.ts';

/** From the pixels of the crop the encoder is to see of a face to those of the frame. */
export function transformFor({ crop, input }: EncoderSpec, face: Face, frame: Size): Affine {
  return crop.kind === 'face'
    ? cropTransform(face.keypoints, crop, input.size)
    : frameTransform(frame, crop, input.size);
}
