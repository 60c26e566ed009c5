import type { Affine } from '../../core/geometry/affine.ts';
import { resamplingOf } from '../../core/geometry/crop-transform.ts';
import type { CropSpec, InputSpec, Resampling } from '../../core/pack/schema.ts';
import { channelCount, tensorLength, writeTensor } from '../../core/image/tensor.ts';
import type { Picture } from '../picture/picture.ts';
import type { Cropped, Cropper } from './cropper.ts';
import { cut } from './cut.ts';

/** The processor's way: the reference warp, or a library's resampling, over pixels in main memory. */
export class WarpCropper implements Cropper {
  readonly #input: InputSpec;

  readonly #resampling: Resampling;

  constructor(input: InputSpec, crop: CropSpec) {
    this.#input = input;
    this.#resampling = resamplingOf(crop);
  }

  crop(picture: Picture, toFrame: readonly Affine[]): Cropped {
    const input = this.#input;
    const length = tensorLength(input);
    const how = { size: input.size, channels: channelCount(input), resampling: this.#resampling };
    const tensor = new Float32Array(toFrame.length * length);
    const images = toFrame.map((transform, i) => {
      const image = cut(picture, transform, how);
      writeTensor(image, input, tensor, i * length);
      return image;
    });
    return { input: tensor, images: () => Promise.resolve(images) };
  }

  release(): void {
    // Nothing is held.
  }
}
