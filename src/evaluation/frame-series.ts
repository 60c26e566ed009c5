import { combineWindows } from '../core/blemore/windows.ts';
import { EMOTIONS, type Logits, type Probabilities } from '../core/blemore/emotions.ts';
import { perEmotion } from '../core/blemore/per-emotion.ts';
import { softmax } from '../core/reading/softmax.ts';
import type { ClipFeatures } from './clip-features.ts';

const WIDTH = EMOTIONS.length;

/**
 * How a clip's frames make one distribution. `mean-logits`: each frame is read by itself, and it is
 * the softmax of the mean of their logits. `aggregate`: the head reads statistics of the features
 * of all frames, so a frame's logits are those of the clip until there, and the last are the clip's.
 */
export type Combination = 'mean-logits' | 'aggregate';

/** What was read of a clip, frame by frame, compactly: 32 bytes a frame. */
export interface FrameSeries {
  /** Seconds from the clip's own zero, ascending; one number an analysed frame. */
  readonly times: Float64Array<ArrayBuffer>;
  /** The primary face's raw logits, six numbers a frame in label order; NaN where no face was read. */
  readonly logits: Float32Array<ArrayBuffer>;
}

/** Collects a FrameSeries of unknown length. */
export class FrameSeriesBuilder {
  #times = new Float64Array(256);
  #logits = new Float32Array(256 * WIDTH);
  #length = 0;
  #vectors: Float32Array[] = [];
  readonly #combination: Combination;

  get length(): number {
    return this.#length;
  }

  /** @param combination of an aggregated clip the last vector is all there is to keep */
  constructor(combination: Combination = 'mean-logits') {
    this.#combination = combination;
  }

  /**
   * @param logits null where no face was read
   * @param vector what the head was given; undefined for a pack that reads frame by frame
   */
  add(at: number, logits: Logits | null, vector?: Float32Array): void {
    if (vector !== undefined && this.#combination === 'aggregate') this.#vectors = [vector];
    else if (vector !== undefined) this.#vectors.push(vector);
    if (this.#length === this.#times.length) this.#grow();
    this.#times[this.#length] = at;
    const start = this.#length * WIDTH;
    if (logits === null) this.#logits.fill(NaN, start, start + WIDTH);
    else this.#logits.set(logits, start);
    this.#length += 1;
  }

  /** What was read after the last frame, of it and those before. */
  addAtEnd(logits: Logits | null, vector?: Float32Array): void {
    this.add(this.#times[this.#length - 1] ?? 0, logits, vector);
  }

  /** What the head was given for the clip; null where none was kept. */
  features(): ClipFeatures | null {
    const rows = this.#vectors;
    const dimension = rows[0]?.length ?? 0;
    if (dimension === 0) return null;
    const values = new Float32Array(rows.length * dimension);
    rows.forEach((row, i) => {
      values.set(row, i * dimension);
    });
    return { dimension, values };
  }

  /** A copy of just the length that is needed. */
  build(): FrameSeries {
    return {
      times: this.#times.slice(0, this.#length),
      logits: this.#logits.slice(0, this.#length * WIDTH),
    };
  }

  #grow(): void {
    const [times, logits] = [this.#times, this.#logits];
    this.#times = new Float64Array(2 * times.length);
    this.#times.set(times);
    this.#logits = new Float32Array(2 * logits.length);
    this.#logits.set(logits);
  }
}

/** The logits of one frame; null where no face was read. */
export function logitsAt({ logits }: FrameSeries, frame: number): Logits | null {
  const start = frame * WIDTH;
  if (Number.isNaN(logits[start]!)) return null;
  return perEmotion((place) => logits[start + place]!);
}

/** One point of a clip's timeline. */
export interface FramePoint {
  /** Seconds from the clip's own zero. */
  readonly at: number;
  /** Softmax of the frame's logits, unsmoothed; null where no face was read. */
  readonly probabilities: Probabilities | null;
}

/** The series as probabilities, frame by frame. */
export function timeline(series: FrameSeries): FramePoint[] {
  return Array.from(series.times, (at, frame) => {
    const logits = logitsAt(series, frame);
    return { at, probabilities: logits === null ? null : softmax(logits) };
  });
}

/** The logits of the frames that show a face, in their order. */
export function logitsOf(series: FrameSeries): readonly Logits[] {
  return Array.from(series.times, (_, frame) => logitsAt(series, frame)).filter(
    (logits) => logits !== null,
  );
}

/** One distribution for the clip; null where no frame shows a face. */
export function combineFrames(series: FrameSeries, combination: Combination): Probabilities | null {
  return combineLogits(logitsOf(series), combination);
}

/** One distribution of the logits of a clip's frames; null where there are none. */
export function combineLogits(
  logits: readonly Logits[],
  combination: Combination,
): Probabilities | null {
  const last = logits.at(-1);
  if (last === undefined) return null;
  return combination === 'aggregate' ? softmax(last) : combineWindows(logits);
}
