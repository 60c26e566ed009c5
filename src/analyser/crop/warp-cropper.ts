import type { Affine } from '../../core/geometry/affine.ts';
import type { InputSpec } from '../../core/pack/schema.ts';
import { channelCount, tensorLength, writeTensor } from '../../core/image/tensor.ts';
import type { Picture } from '../picture/picture.ts';
import type { Cropped, Cropper } from './cropper.ts';
import { cut } from './cut.ts';

/** The processor's way: the reference warp over pixels in main memory. */
export class WarpCropper implements Cropper {
  readonly #input: InputSpec;

  constructor(input: InputSpec) {
    this.#input = input;
  }

  crop(picture: Picture, toFrame: readonly Affine[]): Cropped {
    const input = this.#input;
    const length = tensorLength(input);
    const tensor = new Float32Array(toFrame.length * length);
    const images = toFrame.map((transform, i) => {
      const image = cut(picture, transform, input.size, channelCount(input));
      writeTensor(image, input, tensor, i * length);
      return image;
    });
    return { input: tensor, images: () => Promise.resolve(images) };
  }

  release(): void {
    // Nothing is held.
  }
}
