import type { FrameImage, ReaderPlace } from '../analyser/messages.ts';
import type { Reading } from '../core/blemore/prediction.ts';
import type { EmotionIndex } from '../core/blemore/per-emotion.ts';
import type { Explanation } from '../core/explain/explanation.ts';
import type { Size } from '../core/geometry/shapes.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import type { Analysis } from '../core/reading/analysis.ts';
import type { Face } from '../core/tracking/face.ts';
import { failureOf, type Failure } from '../core/session/failure.ts';
import type { LiveAnalyser } from './live-analyser.svelte.ts';

/** What one reader said of the frozen face. */
export interface FrozenReading {
  readonly reader: ReaderPlace;
  readonly pack: ModelPack;
  /** Null for the pack's first. */
  readonly head: string | null;
  readonly reading: Reading;
}

/** Where the explanation stands that was asked for last. */
export type ExplainState =
  | { readonly state: 'none' }
  | { readonly state: 'computing'; readonly emotion: EmotionIndex }
  | {
      readonly state: 'explained';
      readonly emotion: EmotionIndex;
      readonly explanation: Explanation;
    }
  | { readonly state: 'failed'; readonly failure: Failure };

const NONE: ExplainState = { state: 'none' };

/** A frame that is kept in memory to be looked at, with what was read of its primary face. */
export class FrozenFrame {
  /** In the size that was analysed. */
  readonly picture: OffscreenCanvas;
  readonly face: Face;
  readonly date: Date;
  /** The first reader's, and the second's where there is one. */
  readonly readings: readonly [FrozenReading, ...FrozenReading[]];
  readonly #analyser: Pick<LiveAnalyser, 'explain'>;
  #explained = $state.raw<ExplainState>(NONE);
  #reader = $state.raw<ReaderPlace>(0);
  /** By reader: all emotions are explained by one computation. */
  readonly #known = new Map<ReaderPlace, Explanation>();
  /** Aborted by the next question. */
  #asking = new AbortController();

  constructor(
    picture: OffscreenCanvas,
    face: Face,
    date: Date,
    readings: readonly [FrozenReading, ...FrozenReading[]],
    analyser: Pick<LiveAnalyser, 'explain'>,
  ) {
    this.picture = picture;
    this.face = face;
    this.date = date;
    this.readings = readings;
    this.#analyser = analyser;
  }

  get explained(): ExplainState {
    return this.#explained;
  }
  /** Which reader is explained, and shown. */
  get shown(): FrozenReading {
    return this.readings.find(({ reader }) => reader === this.#reader) ?? this.readings[0];
  }

  /** Shows what this reader said; nothing is explained until it is asked again. */
  show(reader: ReaderPlace): void {
    this.cancel();
    this.#reader = reader;
  }

  /** Asks what an emotion's probability depends on, and what was asked before no more. Never rejects. */
  async explain(emotion: EmotionIndex): Promise<void> {
    this.cancel();
    const reader = this.#reader;
    const { signal } = this.#asking;
    try {
      this.#explained = { state: 'computing', emotion };
      const explanation = this.#known.get(reader) ?? (await this.#compute(reader, signal));
      this.#known.set(reader, explanation);
      this.#explained = { state: 'explained', emotion, explanation };
    } catch (error) {
      if (!signal.aborted) this.#explained = { state: 'failed', failure: failureOf(error) };
    }
  }

  /** Throws what failed, or the signal's reason. */
  async #compute(reader: ReaderPlace, signal: AbortSignal): Promise<Explanation> {
    const image = await createImageBitmap(this.picture);
    if (signal.aborted) image.close();
    signal.throwIfAborted();
    const explanation = await this.#analyser.explain(image, this.face, reader, signal);
    signal.throwIfAborted();
    return explanation;
  }

  /** Nothing is explained any more, and nothing computed. */
  cancel(): void {
    this.#asking.abort();
    this.#asking = new AbortController();
    this.#explained = NONE;
  }
}

/** A copy of a frame in the size that was analysed. Throws where there is no canvas for it. */
export function copyPicture(image: FrameImage, { width, height }: Size): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('There is no canvas to keep a frame on.');
  context.drawImage(image, 0, 0, width, height);
  return canvas;
}

/** The face that is read first; null without one. */
export function primaryFace({ faces }: Analysis): Face | null {
  return faces.find(({ primary }) => primary)?.face ?? null;
}
