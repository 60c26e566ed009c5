import type { FaceDetector } from '@mediapipe/tasks-vision';
import type { Detection } from '../../core/face.ts';
import type { Picture } from '../picture.ts';
import type { Detector } from './detector.ts';
import { toDetection } from './to-detection.ts';

/** The detector's own input is smaller still; more pixels only cost time. */
const LONGEST_SIDE = 320;

/**
 * MediaPipe's detector on shrunk frames. Its errors are sticky, so it is replaced after one and the
 * frame is searched once more.
 */
export class FaceFinder implements Detector {
  readonly #open: () => Promise<FaceDetector>;
  #detector: FaceDetector;
  #timestamp = 0;

  private constructor(open: () => Promise<FaceDetector>, detector: FaceDetector) {
    this.#open = open;
    this.#detector = detector;
  }

  static async create(open: () => Promise<FaceDetector>): Promise<FaceFinder> {
    return new FaceFinder(open, await open());
  }

  async detect(picture: Picture): Promise<readonly Detection[]> {
    const { size } = picture;
    const small = picture.shrunk(LONGEST_SIDE);
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
