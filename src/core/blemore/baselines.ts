import type { Prediction } from './prediction.ts';
import { LABELS, sameEmotions, samePrediction } from './label.ts';

// The trivial baselines give every clip one and the same answer, found by counting labels.
// Of equally frequent ones the earlier of LABELS is taken.

const SINGLES = LABELS.filter((label) => label.length === 1);
const BLENDS = LABELS.filter((label) => label.length === 2);
const EVEN_BLENDS = BLENDS.filter(([first]) => first.salience === 50);

/** The most frequent single emotion; null where every label is a blend. */
export function mostFrequentSingle(labels: readonly Prediction[]): Prediction | null {
  return mostFrequent(labels, SINGLES, samePrediction);
}

/** The most frequent pair with its ratio; null without blends. */
export function mostFrequentBlend(labels: readonly Prediction[]): Prediction | null {
  return mostFrequent(labels, BLENDS, samePrediction);
}

/**
 * The most frequent pair whatever its ratio, answered as 50/50; null without blends.
 *
 * Quirk of the published blend baseline: its ACC_presence is this answer's and its ACC_salience
 * is that of `mostFrequentBlend`, which may be another pair.
 */
export function mostFrequentPair(labels: readonly Prediction[]): Prediction | null {
  return mostFrequent(labels, EVEN_BLENDS, sameEmotions);
}

function mostFrequent(
  labels: readonly Prediction[],
  answers: readonly Prediction[],
  same: (label: Prediction, answer: Prediction) => boolean,
): Prediction | null {
  const counts = answers.map((answer) => labels.filter((label) => same(label, answer)).length);
  const largest = Math.max(...counts);
  return largest === 0 ? null : answers[counts.indexOf(largest)]!;
}
