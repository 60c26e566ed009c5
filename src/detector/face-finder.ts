import type { Detection } from '../core/tracking/face.ts';
import type { OwnImage } from '../core/image/pixels.ts';
import type { FaceSearch } from './mediapipe.ts';
import type { Search } from './messages.ts';
import { toDetection } from './to-detection.ts';

/** MediaPipe's errors are sticky, so it is replaced after one and the image is searched once more. */
export class FaceFinder {
  readonly #open: () => Promise<FaceSearch>;
  #search: FaceSearch;
  #timestamp = 0;

  private constructor(open: () => Promise<FaceSearch>, search: FaceSearch) {
    this.#open = open;
    this.#search = search;
  }

  static async create(open: () => Promise<FaceSearch>): Promise<FaceFinder> {
    return new FaceFinder(open, await open());
  }

  /** The faces of an image, in pixels of the picture it was made of. */
  async find({ image, picture }: Search): Promise<readonly Detection[]> {
    const found = await this.#found(image);
    const scale = picture.width / image.width;
    return found.flatMap((detection) => toDetection(detection, scale, picture) ?? []);
  }

  async #found(image: OwnImage) {
    try {
      return this.#search.search(image, this.#nextTimestamp());
    } catch {
      await this.#replace();
      return this.#search.search(image, this.#nextTimestamp());
    }
  }

  async #replace(): Promise<void> {
    try {
      this.#search.close();
    } catch {
      // It is broken, and nothing more is to be had from it.
    }
    this.#search = await this.#open();
  }

  /** Milliseconds, strictly increasing: one repetition breaks MediaPipe for good. */
  #nextTimestamp(): number {
    this.#timestamp = Math.max(this.#timestamp + 1, Math.round(performance.now()));
    return this.#timestamp;
  }
}
