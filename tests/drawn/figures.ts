import { decide } from '../../src/core/blemore/decide.ts';
import { EMOTIONS, type Logits, type PerEmotion } from '../../src/core/blemore/emotions.ts';
import { EMOTION_INDICES, perEmotion } from '../../src/core/blemore/per-emotion.ts';
import type { Thresholds } from '../../src/core/blemore/prediction.ts';
import { softmax } from '../../src/core/reading/softmax.ts';

/** One drawn face and the logits it is judged by. */
export interface JudgedFace {
  readonly shares: PerEmotion;
  readonly logits: Logits;
}

/** How many of how many are right. */
interface Count {
  readonly right: number;
  readonly of: number;
}

/** The most probable emotion is the drawn one; for a blend, the two most probable are. */
export function leading(faces: readonly JudgedFace[]): Count {
  return count(faces, ({ shares, logits }) => {
    const drawn = ordered(shares).filter((i) => shares[i] > 0);
    const read = ordered(logits).slice(0, drawn.length);
    return drawn.every((i) => read.includes(i));
  });
}

/** The rule names exactly the drawn emotions. */
export function named(faces: readonly JudgedFace[], thresholds: Thresholds): Count {
  return count(faces, ({ shares, logits }) => {
    const drawn = EMOTIONS.filter((_, i) => shares[i]! > 0);
    const read = decide(softmax(logits), thresholds).map(({ emotion }) => emotion);
    return drawn.length === read.length && drawn.every((emotion) => read.includes(emotion));
  });
}

/**
 * Spearman's rank correlation of the drawn share of a blend's first emotion and of its part in the
 * probabilities of both.
 */
export function rankCorrelation(steps: readonly JudgedFace[]): number {
  const [one, other] = EMOTION_INDICES.filter((i) => steps.some(({ shares }) => shares[i] > 0));
  if (one === undefined || other === undefined) throw new RangeError('not a blend of two');
  const drawn = ranks(steps.map(({ shares }) => shares[one]));
  const read = ranks(steps.map(({ logits }) => logits[one] - logits[other]));
  return correlation(drawn, read);
}

/** The mean of several readings of one face. */
export function meanLogits(logits: readonly Logits[]): Logits {
  return perEmotion((i) => mean(logits.map((each) => each[i])));
}

function count(faces: readonly JudgedFace[], isRight: (face: JudgedFace) => boolean): Count {
  return { right: faces.filter(isRight).length, of: faces.length };
}

/** Places, the largest value first. */
function ordered(values: PerEmotion) {
  return EMOTION_INDICES.toSorted((one, other) => values[other] - values[one]);
}

function ranks(values: readonly number[]): readonly number[] {
  return values.map((value) => values.filter((other) => other < value).length);
}

function correlation(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [one, other].map((values) => {
    const middle = mean(values);
    return values.map((value) => value - middle);
  });
  const dot = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, i) => sum + value * y[i]!, 0);
  return dot(a!, b!) / Math.sqrt(dot(a!, a!) * dot(b!, b!));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
