import { saysAnimated } from '../../core/media/animated.ts';
import { FileProblemError } from '../../core/media/file-problem.ts';
import { AnimationPictures } from '../animation-pictures.ts';
import { fileHead } from '../file-head.ts';
import type { ClipFrame, OpenClip } from './clip.ts';

/**
 * An animated picture as a clip, each of its pictures when it is shown; null for any other file.
 * Throws a FileProblemError where this browser shows only the first picture of it.
 */
export async function openAnimatedClip(file: Blob): Promise<OpenClip | null> {
  // A file that cannot be read is told by whoever opens it next.
  const head = await fileHead(file).catch(() => null);
  if (head === null) return null;
  const animation = await AnimationPictures.open(file, head.format);
  if (animation !== null) return new AnimatedClip(animation);
  if (!saysAnimated(head.bytes, head.format)) return null;
  throw new FileProblemError({ kind: 'animation-unsupported' });
}

class AnimatedClip implements OpenClip {
  /** Only decoding it tells. */
  readonly duration = null;
  readonly #animation: AnimationPictures;

  constructor(animation: AnimationPictures) {
    this.#animation = animation;
  }

  get decodedUntil(): number {
    return this.#animation.end;
  }

  async *frames(every: number): AsyncGenerator<ClipFrame, void> {
    let index = 0;
    for await (const frame of this.#animation.pictures()) {
      if (index % every === 0) yield frame;
      else frame.image.close();
      index += 1;
    }
  }

  close(): void {
    this.#animation.close();
  }
}
