import type { Logits, PerEmotion } from '../blemore/emotions.ts';
import { EMOTION_INDICES, indexOfEmotion, perEmotion } from '../blemore/per-emotion.ts';
import type { Thresholds } from '../blemore/prediction.ts';
import type { ModelPack } from '../pack/schema.ts';

/**
 * What a pack's logits look like for relaxed faces, over many people (`decision.rest` in its
 * manifest). All logits are relative to neutral's, so that the entry of neutral itself is 0.
 */
export interface RelaxedFaces {
  /** An emotion is read where it has risen by more than this above the face's own rest. */
  readonly margin: number;
  /** α and β for faces that are read against their own rest. */
  readonly thresholds: Thresholds;
  /** How frequent each class was in training; all alike where the pack does not say. */
  readonly prior: PerEmotion;
  readonly mean: PerEmotion;
  /** Standard deviation; any positive number for neutral. */
  readonly deviation: PerEmotion;
}

export const NEUTRAL = indexOfEmotion('neu');
export const OTHERS = EMOTION_INDICES.filter((i) => i !== NEUTRAL);

/** From so many deviations above the mean on a face is less and less likely to be relaxed … */
const ORDINARY = 1.5;
/** … until it cannot be. */
export const IMPLAUSIBLE = 3;

/** Null where the pack does not know what relaxed faces look like. */
export function relaxedFacesOf({ rest, prior }: ModelPack['decision']): RelaxedFaces | null {
  if (rest === undefined) return null;
  const { margin, alpha, beta, mean, deviation } = rest;
  return {
    margin,
    thresholds: { alpha, beta },
    prior: prior ?? perEmotion(() => 1 / EMOTION_INDICES.length),
    mean,
    deviation,
  };
}

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
