import type { ConfusionMatrix } from '../../core/blemore/confusion.ts';

/** A share of clips, 0..1, with its 95 % bootstrap interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Both figures of a set of labelled clips. */
export interface Accuracies {
  readonly clips: number;
  readonly blends: number;
  /** ACC_presence. */
  readonly presence: Estimate;
  /** ACC_salience; null where no label is a blend. */
  readonly salience: Estimate | null;
}

export interface FoldScores extends Accuracies {
  readonly fold: string;
}

export interface Scores {
  readonly overall: Accuracies;
  /** By name; empty without folds. */
  readonly folds: readonly FoldScores[];
  /** 6×6 in label order, rows true; see core/blemore/confusion. */
  readonly emotions: ConfusionMatrix;
  /** 36×36 in the order of LABELS, rows true. */
  readonly labels: ConfusionMatrix;
  /** Predictions that are none of the 36 labels; they are in neither matrix. */
  readonly outside: number;
}
