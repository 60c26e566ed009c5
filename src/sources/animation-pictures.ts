import type { FileFormat } from '../core/media/file-format.ts';
import { FileProblemError } from '../core/media/file-problem.ts';
import type { TimedPicture } from './canvas-player.ts';

const TYPES: Readonly<Partial<Record<FileFormat, string>>> = {
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  png: 'image/png',
};
/** What browsers play pictures at that ask for no pause. */
const USUAL_PAUSE_S = 0.1;
const LEAST_PAUSE_S = 0.011;

/** An animated picture, decoded one by one. To be closed. */
export class AnimationPictures {
  readonly #decoder: ImageDecoder;
  #end = 0;

  private constructor(decoder: ImageDecoder) {
    this.#decoder = decoder;
  }

  /** Null where the browser has no decoder for it, or there is one picture only. */
  static async open(file: Blob, format: FileFormat): Promise<AnimationPictures | null> {
    const type = TYPES[format];
    if (type === undefined || !('ImageDecoder' in globalThis)) return null;
    if (!(await ImageDecoder.isTypeSupported(type))) return null;
    const data = await file.arrayBuffer();
    const decoder = new ImageDecoder({ data, type, preferAnimation: true });
    try {
      await decoder.tracks.ready;
      await decoder.completed;
      if (countOf(decoder) > 1) return new AnimationPictures(decoder);
    } catch {
      // The browser's own way to show a photo decides.
    }
    decoder.close();
    return null;
  }

  /** Until where it has been decoded, in seconds. */
  get end(): number {
    return this.#end;
  }

  /** From the first on, in their own time. Throws a FileProblemError where one cannot be decoded. */
  async *pictures(): AsyncGenerator<TimedPicture, void> {
    let at = 0;
    for (let frameIndex = 0; frameIndex < countOf(this.#decoder); frameIndex++) {
      const image = await this.#decode(frameIndex, at);
      const next = at + pauseOf(image);
      this.#end = next;
      yield { image, at };
      at = next;
    }
  }

  close(): void {
    this.#decoder.close();
  }

  async #decode(frameIndex: number, seconds: number): Promise<VideoFrame> {
    try {
      return (await this.#decoder.decode({ frameIndex })).image;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new FileProblemError({ kind: 'damaged', seconds, reason }, { cause });
    }
  }
}

function countOf({ tracks }: ImageDecoder): number {
  return tracks.selectedTrack?.frameCount ?? 0;
}

function pauseOf({ duration }: VideoFrame): number {
  const seconds = (duration ?? 0) / 1e6;
  return seconds < LEAST_PAUSE_S ? USUAL_PAUSE_S : seconds;
}
