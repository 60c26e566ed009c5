import type { Affine } from './affine.ts';
import { cropTransform, frameTransform } from './alignment.ts';
import type { Keypoints } from '../tracking/face.ts';
import type { Size } from './shapes.ts';
import type { CropSpec, EncoderSpec, InputSpec, Resampling } from '../pack/schema.ts';

/** What decides on a crop. */
export interface CropRules extends Pick<EncoderSpec, 'crop'> {
  readonly input: Pick<InputSpec, 'size'>;
}

/** From the pixels of the crop the encoder is to see of a face to those of the frame. */
export function transformFor(
  { crop, input }: CropRules,
  face: { readonly keypoints: Pick<Keypoints, 'rightEye' | 'leftEye'> },
  frame: Size,
): Affine {
  return crop.kind === 'face'
    ? cropTransform(face.keypoints, crop, input.size)
    : frameTransform(frame, crop, input.size);
}

/** How the pixels of a crop are taken. */
export function resamplingOf(crop: CropSpec): Resampling {
  return crop.kind === 'frame' ? (crop.resample ?? 'area') : 'area';
}
