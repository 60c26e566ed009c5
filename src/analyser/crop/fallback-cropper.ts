import type { Affine } from '../../core/geometry/affine.ts';
import type { Picture } from '../picture/picture.ts';
import type { Cropped, Cropper } from './cropper.ts';

/** The faster of two ways until it fails once, and the surer one from then on. */
export class FallbackCropper implements Cropper {
  readonly #surer: Cropper;
  #now: Cropper;

  constructor(faster: Cropper, surer: Cropper) {
    this.#surer = surer;
    this.#now = faster;
  }

  crop(picture: Picture, toFrame: readonly Affine[]): Cropped {
    if (this.#now === this.#surer) return this.#surer.crop(picture, toFrame);
    try {
      return this.#now.crop(picture, toFrame);
    } catch {
      this.#now.release();
      this.#now = this.#surer;
      return this.#surer.crop(picture, toFrame);
    }
  }

  release(): void {
    this.#now.release();
  }
}
