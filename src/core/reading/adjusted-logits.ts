import type { Logits } from '../blemore/emotions.ts';
import { perEmotion } from '../blemore/per-emotion.ts';
import { adjustForPrior, type PriorAdjustment } from './class-prior.ts';
import { againstNeutral } from './own-neutral.ts';
import { relativeToNeutral, type RelaxedFaces } from './relaxed-faces.ts';
import { observeRest, ownNeutralOf, type RestEstimate } from './rest-estimate.ts';

/** What a pack knows of people in general, as far as it is to be used. */
export interface Adjustments {
  /** To read each face against its own neutral; null for not. */
  readonly relaxedFaces: RelaxedFaces | null;
  /** For faces whose own neutral is not known; null for none. */
  readonly prior: PriorAdjustment | null;
}

/** One frame of a face, adjusted to that face. */
export interface AdjustedLogits {
  readonly logits: Logits;
  /** The face's rest as of now; null where it is not to be used. */
  readonly rest: RestEstimate | null;
  /** 0..1: how far the logits are those against the face's own neutral. */
  readonly known: number;
}

/**
 * Logits of one frame of a face: against its own neutral as far as that is known, and for the rest
 * adjusted by the classes' frequencies.
 *
 * @param before the face's rest until now; null for its first frame
 * @param at milliseconds on the frames' clock
 */
export function adjustLogits(
  before: RestEstimate | null,
  logits: Logits,
  at: number,
  { relaxedFaces, prior }: Adjustments,
): AdjustedLogits {
  const general = prior === null ? logits : adjustForPrior(logits, prior);
  if (relaxedFaces === null) return { logits: general, rest: null, known: 0 };
  const rest = observeRest(before, logits, at, relaxedFaces);
  const own = ownNeutralOf(rest, relaxedFaces);
  // Neutral is 0 in both ways, so that one passes into the other.
  const unknown = relativeToNeutral(general);
  if (own === null) return { logits: unknown, rest, known: 0 };
  const against = againstNeutral(logits, own.logits, relaxedFaces);
  const known = own.confidence;
  return {
    logits: perEmotion((i) => unknown[i] + known * (against[i] - unknown[i])),
    rest,
    known,
  };
}
