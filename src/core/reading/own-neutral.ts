import type { Logits, PerEmotion } from '../blemore/emotions.ts';
import { perEmotion } from '../blemore/per-emotion.ts';
import {
  IMPLAUSIBLE,
  NEUTRAL,
  OTHERS,
  prominence,
  relativeToNeutral,
  type RelaxedFaces,
} from './relaxed-faces.ts';

/** A person's own neutral. */
export interface OwnNeutral {
  /** Logits of the face at rest, relative to neutral's. */
  readonly logits: PerEmotion;
  /** 0..1: how far it is to be believed. */
  readonly confidence: number;
}

// models/training/decision.py shows what other values would do.

/** By how much the leading emotion gains on neutral where it rises by one. */
const SHARPNESS = 1.5;
/**
 * The leading emotion is at most so far above neutral, and no emotion further below the leading one:
 * beyond, numbers say nothing more, and smoothing would take long to come back from them.
 */
const MOST_ABOVE = 4;
const MOST_BELOW = 6;
/** How much of what sets a person's rest apart from others' is taken out of the emotions' order. */
const PERSONAL = 0.3;
/** How far rare classes are raised among the emotions: τ of the class prior. */
const RAISED = 0.5;

/**
 * An ordinary relaxed face stays below neutral by what is left of the margin, whatever the own
 * neutral says: no emotion is thought to rest further below the mean of relaxed faces than this
 * share of the margin …
 */
const SHARE_OF_MARGIN = 0.8;
/** … unless all of them lie low, in deviations above the mean: no expression looks like that. */
const LOW = 0.5;

/**
 * Logits of a face, relative to neutral's, read against the same face at rest. They answer two
 * questions apart:
 *
 * - Is it an expression? The emotion that has risen most above its rest leads over neutral where it
 *   has risen by more than the margin. What it rose from is bounded by what relaxed faces show, so
 *   that a rest that is none cannot turn a relaxed face into an emotional one.
 * - Which one? The logits themselves say that, rare classes raised and part of the person's own
 *   offsets taken out. The rise would not: a face that never frowns rises far on little.
 *
 * @param atRest logits of the face at rest, relative to neutral's
 */
export function againstNeutral(logits: Logits, atRest: PerEmotion, faces: RelaxedFaces): Logits {
  const now = relativeToNeutral(logits);
  const from = bounded(atRest, faces);
  const rise = Math.max(...OTHERS.map((i) => now[i] - from[i])) - faces.margin;
  const among = perEmotion(
    (i) => now[i] - PERSONAL * (from[i] - faces.mean[i]) - RAISED * Math.log(faces.prior[i]),
  );
  const leading = Math.max(...OTHERS.map((i) => among[i]));
  const above = Math.min(SHARPNESS * rise, MOST_ABOVE);
  return perEmotion((i) => (i === NEUTRAL ? 0 : above - Math.min(leading - among[i], MOST_BELOW)));
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
