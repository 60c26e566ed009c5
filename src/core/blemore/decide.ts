import { EMOTIONS, type Emotion, type Probabilities } from './emotions.ts';
import { EMOTION_INDICES } from './per-emotion.ts';
import type { Prediction, Thresholds } from './prediction.ts';
import { blend, single } from './label.ts';

/**
 * The decision rule of the BLEMORE baselines: six probabilities to a single emotion or a blend.
 *
 * Of the two largest, those that reach α are present, and the largest always is; neutral never
 * blends, so the larger one stands alone; a difference up to β makes 50/50, else 70/30.
 *
 * Quirks of the reference (github.com/BlEmoRe/blemore-common), kept:
 * - only the two largest count, so a third emotion past α is left out;
 * - a probability of exactly 0 is never present, not even at α = 0;
 * - both thresholds are inclusive, and they are compared without tolerance;
 * - the reference leaves the order of ties to numpy's sort: here the earlier label wins.
 */
export function decide(probabilities: Probabilities, { alpha, beta }: Thresholds): Prediction {
  const [first, second] = twoLargest(probabilities);
  if (second.probability < alpha || second.probability === 0) return single(first.emotion);
  // A tie puts neutral, the last label, second: the emotion wins it, as the rule wants.
  if (first.emotion === 'neu' || second.emotion === 'neu') return single(first.emotion);
  const near = first.probability - second.probability <= beta;
  return blend(
    { emotion: first.emotion, salience: near ? 50 : 70 },
    { emotion: second.emotion, salience: near ? 50 : 30 },
  );
}

interface Ranked {
  readonly emotion: Emotion;
  readonly probability: number;
}

/** The two most probable emotions, the larger first; of equals, the earlier in label order. */
function twoLargest(probabilities: Probabilities): readonly [Ranked, Ranked] {
  const ranked = EMOTION_INDICES.map((place) => ({
    emotion: EMOTIONS[place],
    probability: probabilities[place],
  }));
  // The sort is stable: equals stay in label order.
  ranked.sort((a, b) => b.probability - a.probability);
  return [ranked[0]!, ranked[1]!];
}
