import { decide } from '../../core/blemore/decide.ts';
import { presenceAccuracy, salienceAccuracy } from '../../core/blemore/metrics.ts';
import type { PerEmotion, Probabilities } from '../../core/blemore/emotions.ts';
import {
  perEmotion,
  EMOTION_INDICES,
  sum,
  type EmotionIndex,
} from '../../core/blemore/per-emotion.ts';
import type { Prediction, Thresholds } from '../../core/blemore/prediction.ts';

/** What the taggers and the model say of one face. */
export interface ScoredFace {
  /** Shares of the votes, summing to 1. */
  readonly target: PerEmotion;
  readonly label: Prediction;
  readonly probabilities: Probabilities;
}

/** The six-class protocol's figures, 0..1 but for KL; null where nothing can be counted. */
export interface Figures {
  readonly accuracy: number | null;
  readonly uar: number | null;
  readonly kl: number | null;
  readonly acc_presence: number | null;
  readonly acc_salience: number | null;
}

/** So that a probability of 0 costs much, and not everything. */
const LEAST_PROBABILITY = 1e-12;

export function figuresOf(faces: readonly ScoredFace[], thresholds: Thresholds): Figures {
  const decided = faces.map(({ label, probabilities }) => ({
    label,
    prediction: decide(probabilities, thresholds),
  }));
  return {
    accuracy: mean(faces.map(isRight)),
    uar: unweightedRecall(faces),
    kl: mean(faces.map(divergence)),
    acc_presence: presenceAccuracy(decided),
    acc_salience: salienceAccuracy(decided),
  };
}

/** The place of the largest; of equals the first. */
function largest(values: PerEmotion): EmotionIndex {
  return EMOTION_INDICES.reduce(
    (best, place) => (values[place] > values[best] ? place : best),
    EMOTION_INDICES[0],
  );
}

function isRight({ target, probabilities }: ScoredFace): number {
  return largest(target) === largest(probabilities) ? 1 : 0;
}

/** The mean of the classes' recalls, of those classes that occur. */
function unweightedRecall(faces: readonly ScoredFace[]): number | null {
  const recalls = EMOTION_INDICES.map((place) =>
    mean(faces.filter(({ target }) => largest(target) === place).map(isRight)),
  );
  return mean(recalls.filter((recall) => recall !== null));
}

/** KL(target ‖ probabilities) in nats. */
function divergence({ target, probabilities }: ScoredFace): number {
  return sum(
    perEmotion((place) => {
      const probability = Math.max(probabilities[place], LEAST_PROBABILITY);
      return target[place] === 0 ? 0 : target[place] * Math.log(target[place] / probability);
    }),
  );
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;
}
