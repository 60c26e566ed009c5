import { EMOTIONS } from '../blemore/emotions.ts';
import { EMOTION_INDICES, type EmotionIndex } from '../blemore/per-emotion.ts';

/** What one feature adds to an emotion's logit, beside what it adds to all six on average. */
export interface Contribution {
  /** Which feature, from 0. */
  readonly feature: number;
  readonly value: number;
}

export interface Contributions {
  /** The largest, largest first. */
  readonly most: readonly Contribution[];
  /** The smallest, most negative first. */
  readonly least: readonly Contribution[];
}

/** What is smaller than this share of the largest is not worth naming. */
const LEAST_SHARE = 0.05;

/**
 * The features that speak most for an emotion and against it in a linear head.
 *
 * The softmax does not change where all six logits rise alike, so each feature's mean over the six is
 * taken off.
 *
 * @param added features × 6 numbers: what each feature, as it is, adds to each logit
 * @param count how many of each
 */
export function largestContributions(
  added: Float32Array,
  emotion: EmotionIndex,
  count: number,
): Contributions {
  const width = EMOTIONS.length;
  const all = Array.from({ length: added.length / width }, (_, feature): Contribution => {
    const row = added.subarray(feature * width, (feature + 1) * width);
    const mean = EMOTION_INDICES.reduce<number>((sum, place) => sum + row[place]!, 0) / width;
    return { feature, value: row[emotion]! - mean };
  }).sort((a, b) => b.value - a.value);
  const worth = LEAST_SHARE * Math.max(0, ...all.map(({ value }) => Math.abs(value)));
  return {
    most: all.filter(({ value }) => value > worth).slice(0, count),
    least: all
      .filter(({ value }) => value < -worth)
      .slice(-count)
      .reverse(),
  };
}
