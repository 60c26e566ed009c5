import type { Prediction } from './prediction.ts';
import { perEmotion, EMOTION_INDICES, sum } from './per-emotion.ts';
import { LABELS, samePrediction } from './label.ts';
import { softLabel } from './soft-label.ts';

/** A clip's true label and the rule's answer. */
export interface DecidedClip {
  readonly label: Prediction;
  readonly prediction: Prediction;
}

/** Rows are true, columns predicted. */
export type ConfusionMatrix = readonly (readonly number[])[];

/** A rest below this is what floating point leaves of shares that add up to 1. */
const ROUNDING = 1e-9;

/** How often each of the 36 labels was answered by each: 36×36 counts, in the order of LABELS. */
export function labelConfusion(clips: readonly DecidedClip[]): ConfusionMatrix {
  const matrix = zeros(LABELS.length);
  for (const { label, prediction } of clips) {
    matrix[indexOf(label)]![indexOf(prediction)]! += 1;
  }
  return matrix;
}

/**
 * How each emotion was read, 6×6 in label order. A clip counts once, a blend divided by its
 * saliences: what label and prediction share goes to the diagonal, and the rest of the label's
 * shares is spread over the rest of the prediction's. (The MIN-PROD operator of Silván-Cárdenas
 * and Wang, 2008; for single emotions it is plain counting.) Rows sum to the labels' shares.
 */
export function emotionConfusion(clips: readonly DecidedClip[]): ConfusionMatrix {
  const matrix = zeros(EMOTION_INDICES.length);
  for (const clip of clips) addClip(matrix, clip);
  return matrix;
}

function addClip(matrix: number[][], { label, prediction }: DecidedClip): void {
  const truth = softLabel(label);
  const answer = softLabel(prediction);
  const shared = perEmotion((place) => Math.min(truth[place], answer[place]));
  const rest = 1 - sum(shared);
  const scale = rest > ROUNDING ? 1 / rest : 0;
  for (const row of EMOTION_INDICES) {
    for (const column of EMOTION_INDICES) {
      const confused = (truth[row] - shared[row]) * (answer[column] - shared[column]) * scale;
      matrix[row]![column]! += row === column ? shared[row] : confused;
    }
  }
}

function zeros(size: number): number[][] {
  return Array.from({ length: size }, () => new Array<number>(size).fill(0));
}

function indexOf(label: Prediction): number {
  return LABELS.findIndex((other) => samePrediction(other, label));
}
