import type { Analysis, FaceOutput } from './analysis.ts';
import { decide } from '../blemore/decide.ts';
import { samePrediction } from '../blemore/label.ts';
import type { Probabilities } from '../blemore/emotions.ts';
import type { Reading, Thresholds } from '../blemore/prediction.ts';
import { LOST_FACE_MEMORY } from '../tracking/lost-face.ts';
import { smooth, type Smoothed } from './smoothing.ts';
import { softmax } from './softmax.ts';
import { steady, type Steady } from './steadiness.ts';

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
  /** Capture of the last frame in which there was an output of the face, in milliseconds. */
  readonly readAt: number;
}

/** Turns one reader's logits into what is shown, face by face, with a memory for each. */
export class FaceReader {
  readonly #faces = new Map<number, FaceState>();
  readonly #reader: number;

  /** @param reader which of the analyser's readers, in their order */
  constructor(reader = 0) {
    this.#reader = reader;
  }

  /**
   * Readings by face id, of the faces that the reader has read. Probabilities are the smoothed ones of
   * this frame; with `steady`, prediction and certainty are the label on show.
   * Expects analyses in the order of their capture.
   */
  read(analysis: Analysis, options: ReadingOptions): ReadonlyMap<number, Reading> {
    const readings = new Map<number, Reading>();
    this.#forgetUnread(analysis.capturedAt);
    for (const { face, outputs } of analysis.faces) {
      const output = outputs[this.#reader];
      if (output?.kind !== 'read') continue;
      const { state, reading } = readFace(this.#faces.get(face.id) ?? null, output, options);
      this.#faces.set(face.id, { ...state, readAt: analysis.capturedAt });
      readings.set(face.id, reading);
    }
    return readings;
  }

  /** Forgets every face: the source has changed. */
  reset(): void {
    this.#faces.clear();
  }

  #forgetUnread(now: number): void {
    for (const [id, state] of this.#faces) {
      if (now - state.readAt > LOST_FACE_MEMORY) this.#faces.delete(id);
    }
  }
}

/** @param before null for a face that was not read for a while */
function readFace(
  before: FaceState | null,
  { logits, at }: Extract<FaceOutput, { kind: 'read' }>,
  { smoothing, thresholds, steady: holds }: ReadingOptions,
): { state: Omit<FaceState, 'readAt'>; reading: Reading } {
  const smoothed = smooth(before?.smoothed ?? null, logits, at, smoothing);
  const probabilities = softmax(smoothed.logits);
  const held = holds ? (before?.verdict ?? null) : null;
  const verdict = steady(held, judge(probabilities, thresholds), at, sameVerdict);
  return { state: { smoothed, verdict }, reading: { probabilities, ...verdict.shown } };
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
