import type { Emotion, Probabilities } from './emotions.ts';

export interface Share<Salience extends number = number> {
  readonly emotion: Emotion;
  /** How much of the expression, in percent. */
  readonly salience: Salience;
}

/** A single emotion, or a blend of two in label order. */
export type Prediction =
  readonly [Share<100>] | readonly [Share<30 | 50 | 70>, Share<30 | 50 | 70>];

/** Thresholds of the BLEMORE rule, both 0..1: presence, and how near counts as equal. */
export interface Thresholds {
  readonly alpha: number;
  readonly beta: number;
}

/** What is shown of one face at one moment. */
export interface Reading {
  readonly probabilities: Probabilities;
  readonly prediction: Prediction;
  /** False where no probability reaches α: the prediction is then only the closest emotion. */
  readonly certain: boolean;
}
