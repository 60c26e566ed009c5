import type { FrameImage } from '../messages.ts';
import type { Picture, Pictures } from './picture.ts';

/** A way that not every frame can go. */
export interface FasterPictures extends Pictures {
  suits(image: FrameImage): boolean;
}

/** The faster of two ways for the frames it suits, until it fails once; the surer one for all others. */
export class FallbackPictures implements Pictures {
  readonly #faster: FasterPictures;
  readonly #surer: Pictures;
  #failed = false;

  constructor(faster: FasterPictures, surer: Pictures) {
    this.#faster = faster;
    this.#surer = surer;
  }

  async take(image: FrameImage): Promise<Picture> {
    if (this.#failed || !this.#faster.suits(image)) return this.#surer.take(image);
    try {
      return await this.#faster.take(image);
    } catch {
      this.#failed = true;
      return this.#surer.take(image);
    }
  }
}
