import type { Affine } from '../../core/geometry/affine.ts';
import type { CropImage } from '../../core/image/pixels.ts';
import type { EncoderInput } from '../networks/encoder-input.ts';
import type { Picture } from '../picture/picture.ts';

/** What is to be read of a frame. */
export interface FaceCrops {
  readonly picture: Picture;
  /** By face id, from the crop's pixels to the picture's. */
  readonly toFrame: ReadonlyMap<number, Affine>;
  /** Whether all of it is to be encoded, also what has hardly changed. */
  readonly anew?: boolean;
}

/** Crops of one frame as the encoder takes them. */
export interface Cropped {
  /** One after the other, normalised, in the encoder's layout; good until the next crops are cut. */
  readonly input: EncoderInput;
  /** What they show, in their order: the very numbers of the input, before they are normalised. */
  images(): Promise<readonly CropImage[]>;
}

/** Cuts all crops of a frame in one go, where the encoder reads them. */
export interface Cropper {
  crop(picture: Picture, toFrame: readonly Affine[]): Cropped;
  release(): void;
}
