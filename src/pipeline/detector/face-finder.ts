import type { FaceDetector } from '@mediapipe/tasks-vision';
import type { Detection } from '../../core/face.ts';
import type { Size } from '../../core/geometry.ts';
import type { FrameImage } from '../messages.ts';
import type { Detector } from './detector.ts';
import type { Shrinker } from './shrinker.ts';
import { toDetection } from './to-detection.ts';

/**
 * MediaPipe's detector on shrunk frames. Its errors are sticky, so it is replaced after one and the
 * frame is searched once more.
 */
export class FaceFinder implements Detector {
  readonly #open: () => Promise<FaceDetector>;
  readonly #shrinker: Shrinker;
  #detector: FaceDetector;
  #timestamp = 0;

  private constructor(
    open: () => Promise<FaceDetector>,
    shrinker: Shrinker,
    detector: FaceDetector,
  ) {
    this.#open = open;
    this.#shrinker = shrinker;
    this.#detector = detector;
  }

  static async create(open: () => Promise<FaceDetector>, shrinker: Shrinker): Promise<FaceFinder> {
    return new FaceFinder(open, shrinker, await open());
  }

  async detect(image: FrameImage, size: Size): Promise<readonly Detection[]> {
    const small = this.#shrinker.shrink(image, size);
    const { detections } = await this.#search(small);
    return detections.flatMap((found) => toDetection(found, size.width / small.width, size) ?? []);
  }

  async #search(small: OffscreenCanvas) {
    try {
      return this.#detector.detectForVideo(small, this.#nextTimestamp());
    } catch {
      await this.#replaceDetector();
      return this.#detector.detectForVideo(small, this.#nextTimestamp());
    }
  }

  async #replaceDetector(): Promise<void> {
    try {
      this.#detector.close();
    } catch {
      // It is broken, and nothing more is to be had from it.
    }
    this.#detector = await this.#open();
  }

  /** Milliseconds, strictly increasing: one repetition breaks the detector for good. */
  #nextTimestamp(): number {
    this.#timestamp = Math.max(this.#timestamp + 1, Math.round(performance.now()));
    return this.#timestamp;
  }
}
