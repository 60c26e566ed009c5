import type { Analysis } from './analysis.ts';
import { decide } from '../blemore/decide.ts';
import { samePrediction } from '../blemore/label.ts';
import type { Logits, Probabilities } from '../blemore/emotions.ts';
import type { Reading, Thresholds } from '../blemore/prediction.ts';
import { smooth, type Smoothed } from './smoothing.ts';
import { softmax } from './softmax.ts';
import { steady, type Steady } from './steadiness.ts';

/** As long as the tracker keeps the id of a face it has lost, in milliseconds. */
const MEMORY = 500;

export interface ReadingOptions {
  /** Time constant of the smoothing of logits, in seconds; 0 for none. */
  readonly smoothing: number;
  readonly thresholds: Thresholds;
  /** Whether a changed label waits for 300 ms of agreement. */
  readonly steady: boolean;
}

/** What the page says of a face; steadiness takes both parts as one label. */
type Verdict = Pick<Reading, 'prediction' | 'certain'>;

interface FaceState {
  readonly smoothed: Smoothed;
  readonly verdict: Steady<Verdict>;
  /** When the face was last read, in milliseconds. */
  readonly readAt: number;
}

/** Turns the worker's logits into what is shown, face by face, with a memory for each. */
export class FaceReader {
  readonly #faces = new Map<number, FaceState>();

  /**
   * Readings by face id, of the faces that have logits. Probabilities are the smoothed ones of
   * this frame; with `steady`, prediction and certainty are the label on show.
   * Expects analyses in the order of their capture.
   */
  read(analysis: Analysis, options: ReadingOptions): ReadonlyMap<number, Reading> {
    const readings = new Map<number, Reading>();
    for (const { face, logits } of analysis.faces) {
      if (logits !== null) {
        readings.set(face.id, this.#readFace(face.id, logits, analysis.capturedAt, options));
      }
    }
    this.#forgetUnread(analysis.capturedAt);
    return readings;
  }

  /** Forgets every face: the source has changed. */
  reset(): void {
    this.#faces.clear();
  }

  #readFace(id: number, logits: Logits, at: number, options: ReadingOptions): Reading {
    const before = this.#faces.get(id) ?? null;
    const smoothed = smooth(before?.smoothed ?? null, logits, at, options.smoothing);
    const probabilities = softmax(smoothed.logits);
    const held = options.steady ? (before?.verdict ?? null) : null;
    const verdict = steady(held, judge(probabilities, options.thresholds), at, sameVerdict);
    this.#faces.set(id, { smoothed, verdict, readAt: at });
    return { probabilities, ...verdict.shown };
  }

  #forgetUnread(now: number): void {
    for (const [id, state] of this.#faces) {
      if (now - state.readAt > MEMORY) this.#faces.delete(id);
    }
  }
}

function judge(probabilities: Probabilities, thresholds: Thresholds): Verdict {
  return {
    prediction: decide(probabilities, thresholds),
    certain: Math.max(...probabilities) >= thresholds.alpha,
  };
}

function sameVerdict(a: Verdict, b: Verdict): boolean {
  return a.certain === b.certain && samePrediction(a.prediction, b.prediction);
}
