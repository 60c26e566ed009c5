import type { Logits, PerEmotion } from '../blemore/emotions.ts';
import { EMOTION_INDICES, indexOfEmotion, perEmotion } from '../blemore/per-emotion.ts';

/**
 * What a pack's logits look like for relaxed faces, over many people (`decision.rest` in its
 * manifest). All logits are relative to neutral's, so that the entry of neutral itself is 0.
 */
export interface RelaxedFaces {
  /** A person's own neutral is read as if every emotion's logit were this far below neutral's. */
  readonly margin: number;
  readonly mean: PerEmotion;
  /** Standard deviation; any positive number for neutral. */
  readonly deviation: PerEmotion;
}

export const NEUTRAL = indexOfEmotion('neu');
const OTHERS = EMOTION_INDICES.filter((i) => i !== NEUTRAL);

/** From so many deviations above the mean on a face is less and less likely to be relaxed … */
const ORDINARY = 1.5;
/** … until it cannot be. */
export const IMPLAUSIBLE = 3;

export function relativeToNeutral(logits: Logits): PerEmotion {
  return perEmotion((i) => logits[i] - logits[NEUTRAL]);
}

/** How far the most prominent emotion lies above the mean of relaxed faces, in deviations. */
export function prominence(logits: PerEmotion, { mean, deviation }: RelaxedFaces): number {
  return Math.max(...OTHERS.map((i) => (logits[i] - mean[i]) / deviation[i]));
}

/** Whether a face with these logits may be relaxed: 1 for an ordinary one, 0 where it cannot be. */
export function plausibility(logits: PerEmotion, faces: RelaxedFaces): number {
  const share = (IMPLAUSIBLE - prominence(logits, faces)) / (IMPLAUSIBLE - ORDINARY);
  return Math.min(1, Math.max(0, share));
}

/** The largest difference of an emotion, in deviations of relaxed faces. */
export function restDistance(
  one: PerEmotion,
  other: PerEmotion,
  { deviation }: RelaxedFaces,
): number {
  return Math.max(...OTHERS.map((i) => Math.abs(one[i] - other[i]) / deviation[i]));
}
