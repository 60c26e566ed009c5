import type { Probabilities } from '../core/blemore/emotions.ts';
import { presenceAccuracy, salienceAccuracy } from '../core/blemore/metrics.ts';
import { perEmotion, sum } from '../core/blemore/per-emotion.ts';
import type { Prediction } from '../core/blemore/prediction.ts';
import { softLabel } from '../core/blemore/soft-label.ts';

/** What the protocol says of one reading. */
export interface Score {
  /** The right emotions, and no other. */
  readonly presence: boolean;
  /** The right saliences; null where the target is no blend. */
  readonly salience: boolean | null;
}

export function scoreOf(target: Prediction, prediction: Prediction): Score {
  const clips = [{ label: target, prediction }];
  const salience = salienceAccuracy(clips);
  return {
    presence: presenceAccuracy(clips) === 1,
    salience: salience === null ? null : salience === 1,
  };
}

/** One point for each question that is answered right. */
export function pointsOf({ presence, salience }: Score): number {
  return Number(presence) + Number(salience === true);
}

/** How many points there are to a target. */
export function mostPoints(target: Prediction): number {
  return pointsOf(scoreOf(target, target));
}

/** How much probabilities and a target have in common, 0..1: the sum of the smaller shares. */
export function nearness(target: Prediction, probabilities: Probabilities): number {
  const shares = softLabel(target);
  return sum(perEmotion((i) => Math.min(shares[i], probabilities[i])));
}
