import type { FrameImage } from '../analyser/messages.ts';
import type { Analysis } from '../core/reading/analysis.ts';
import {
  copyPicture,
  FrozenFrame,
  primaryFace,
  type FrozenReading,
} from './frozen-frame.svelte.ts';
import type { LiveAnalyser } from './live-analyser.svelte.ts';

/** Keeps one frame of the live page, on demand. */
export class Freezer {
  readonly #analyser: Pick<LiveAnalyser, 'explain'>;
  #frame = $state.raw<FrozenFrame | null>(null);
  #wanted = $state.raw(false);

  constructor(analyser: Pick<LiveAnalyser, 'explain'>) {
    this.#analyser = analyser;
  }

  /** What is kept; null while nothing is. */
  get frame(): FrozenFrame | null {
    return this.#frame;
  }

  /** Whether the next frame that is read is to be kept. */
  get wanted(): boolean {
    return this.#wanted;
  }

  /** Keeps the next frame in which a face is read, in place of any before. */
  freeze(): void {
    this.#wanted = true;
  }

  /** Forgets the frame. */
  release(): void {
    this.#wanted = false;
    this.#frame?.cancel();
    this.#frame = null;
  }

  /** Takes a frame where one is wanted and can be read. `picture` is lent. */
  offer(
    analysis: Analysis,
    picture: FrameImage | null,
    [first, ...others]: readonly (FrozenReading | null)[],
  ): void {
    const face = primaryFace(analysis);
    if (!this.#wanted || picture === null || face === null || first === undefined || first === null)
      return;
    this.release();
    const readings = [first, ...others.filter((other) => other !== null)] as const;
    const kept = copyPicture(picture, analysis.size);
    this.#frame = new FrozenFrame(kept, face, new Date(), readings, this.#analyser);
  }
}
