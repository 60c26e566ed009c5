import type { Analysis, FaceOutput } from './analysis.ts';
import { decide } from '../blemore/decide.ts';
import { samePrediction } from '../blemore/label.ts';
import type { Probabilities } from '../blemore/emotions.ts';
import type { Reading, Thresholds } from '../blemore/prediction.ts';
import { LOST_FACE_MEMORY } from '../tracking/lost-face-memory.ts';
import { adjustLogits, type Adjustments } from './adjusted-logits.ts';
import type { OwnNeutral } from './own-neutral.ts';
import type { RelaxedFaces } from './relaxed-faces.ts';
import { confirmRest, isAtRest, ownNeutralOf, type RestEstimate } from './rest-estimate.ts';
import { smooth, type Smoothed } from './smoothing.ts';
import { softmax } from './softmax.ts';
import { steady, type Steady } from './steadiness.ts';

export interface ReadingOptions {
  /** Time constant of the smoothing of logits, in seconds; 0 for none. */
  readonly smoothing: number;
  /** α and β for faces whose own neutral is not known or not used … */
  readonly thresholds: Thresholds;
  /** … and for those that are read against it. */
  readonly ownThresholds: Thresholds;
  /** Whether a changed label waits for 300 ms of agreement. */
  readonly steady: boolean;
  readonly adjustments: Adjustments;
}

/** What the page says of a face; steadiness takes both parts as one label. */
type Verdict = Pick<Reading, 'prediction' | 'certain'>;

interface FaceState {
  readonly rest: RestEstimate | null;
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
    this.#forgetLost(analysis);
    for (const { face, outputs } of analysis.faces) {
      const output = outputs[this.#reader];
      if (output?.kind !== 'read') continue;
      const { state, reading } = readFace(this.#faces.get(face.id) ?? null, output, options);
      this.#faces.set(face.id, { ...state, readAt: analysis.capturedAt });
      readings.set(face.id, reading);
    }
    return readings;
  }

  /** What is known of a face's own neutral; null while that is nothing. */
  ownNeutral(id: number, faces: RelaxedFaces): OwnNeutral | null {
    const rest = this.#faces.get(id)?.rest ?? null;
    return rest === null ? null : ownNeutralOf(rest, faces);
  }

  /** Whether a face holds still now and may be relaxed. */
  isAtRest(id: number, faces: RelaxedFaces): boolean {
    const rest = this.#faces.get(id)?.rest ?? null;
    return rest !== null && isAtRest(rest, faces);
  }

  /**
   * Takes what a face shows now for its own neutral. False where there is no such face, or it
   * cannot be relaxed.
   */
  confirmRest(id: number, faces: RelaxedFaces): boolean {
    const state = this.#faces.get(id);
    const rest = state?.rest ? confirmRest(state.rest, faces) : null;
    if (state === undefined || rest === null) return false;
    this.#faces.set(id, { ...state, rest });
    return true;
  }

  /** Takes over all that another reader of the same pack and head remembers of its faces. */
  continueFrom(other: FaceReader): void {
    this.#faces.clear();
    for (const [id, state] of other.#faces) this.#faces.set(id, state);
  }

  /** Forgets every face: the source has changed. */
  reset(): void {
    this.#faces.clear();
  }

  /** A face in this frame is still the one of its id, however long the last frame is past. */
  #forgetLost({ capturedAt, faces }: Analysis): void {
    const present = new Set(faces.map(({ face }) => face.id));
    for (const [id, state] of this.#faces) {
      const lost = capturedAt - state.readAt > LOST_FACE_MEMORY;
      if (lost && !present.has(id)) this.#faces.delete(id);
    }
  }
}

/** @param before null for a face's first output */
function readFace(
  before: FaceState | null,
  { logits, at }: Extract<FaceOutput, { kind: 'read' }>,
  options: ReadingOptions,
): { state: Omit<FaceState, 'readAt'>; reading: Reading } {
  const { smoothing, steady: holds, adjustments } = options;
  const adjusted = adjustLogits(before?.rest ?? null, logits, at, adjustments);
  // What the face showed long ago says nothing of now; how it looks at rest still does.
  const recent = before !== null && at - before.smoothed.at <= LOST_FACE_MEMORY ? before : null;
  const smoothed = smooth(recent?.smoothed ?? null, adjusted.logits, at, smoothing);
  const probabilities = softmax(smoothed.logits);
  const held = holds ? (recent?.verdict ?? null) : null;
  const now = judge(probabilities, thresholdsAt(adjusted.known, options));
  const verdict = steady(held, now, at, sameVerdict);
  return {
    state: { rest: adjusted.rest, smoothed, verdict },
    reading: { probabilities, ...verdict.shown },
  };
}

/** @param known 0..1: how far the face's own neutral is known */
export function thresholdsAt(
  known: number,
  { thresholds, ownThresholds }: Pick<ReadingOptions, 'thresholds' | 'ownThresholds'>,
): Thresholds {
  const between = (from: number, to: number) => from + known * (to - from);
  return {
    alpha: between(thresholds.alpha, ownThresholds.alpha),
    beta: between(thresholds.beta, ownThresholds.beta),
  };
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
