import type { Logits, PerEmotion } from '../blemore/emotions.ts';
import { perEmotion } from '../blemore/per-emotion.ts';
import { IMPLAUSIBLE, NEUTRAL, prominence, type RelaxedFaces } from './relaxed-faces.ts';

/** A person's own neutral. */
export interface OwnNeutral {
  /** Logits of the face at rest, relative to neutral's. */
  readonly logits: PerEmotion;
  /** 0..1: how far it is to be believed. */
  readonly confidence: number;
}

/**
 * An ordinary relaxed face stays below neutral by what is left of the margin, whatever the own
 * neutral says: no emotion is thought to rest further below the mean of relaxed faces than this
 * share of the margin …
 */
const SHARE_OF_MARGIN = 0.8;
/** … unless all of them lie low, in deviations above the mean: no expression looks like that. */
const LOW = 0.5;

/**
 * Logits as they would be if this person's neutral were everybody's: each emotion is moved so that
 * at rest it lies `margin` below neutral. The move is scaled by the confidence, and bounded on both
 * sides by what relaxed faces show, so that a neutral that is none cannot turn a relaxed face into
 * an emotional one.
 */
export function withOwnNeutral(
  logits: Logits,
  own: OwnNeutral | null,
  faces: RelaxedFaces,
): Logits {
  if (own === null) return logits;
  const atRest = bounded(own.logits, faces);
  return perEmotion((i) => {
    const above = i === NEUTRAL ? 0 : atRest[i] + faces.margin;
    return logits[i] - own.confidence * above;
  });
}

function bounded(atRest: PerEmotion, faces: RelaxedFaces): PerEmotion {
  const { mean, deviation, margin } = faces;
  const lower = Math.max(0, LOW - prominence(atRest, faces));
  return perEmotion((i) => {
    const lowest = mean[i] - SHARE_OF_MARGIN * margin - lower * deviation[i];
    const highest = mean[i] + IMPLAUSIBLE * deviation[i];
    return Math.min(Math.max(atRest[i], lowest), highest);
  });
}
