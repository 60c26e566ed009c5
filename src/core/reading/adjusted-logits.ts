import type { Logits } from '../blemore/emotions.ts';
import { adjustForPrior, type PriorAdjustment } from './class-prior.ts';
import { withOwnNeutral } from './own-neutral.ts';
import type { RelaxedFaces } from './relaxed-faces.ts';
import { observeRest, ownNeutralOf, type RestEstimate } from './rest-estimate.ts';

/** What a pack knows of people in general, as far as it is to be used. */
export interface Adjustments {
  /** To read each face against its own neutral; null for not. */
  readonly relaxedFaces: RelaxedFaces | null;
  /** For faces whose own neutral is not known; null for none. */
  readonly prior: PriorAdjustment | null;
}

/**
 * Logits of one frame of a face, adjusted to that face: against its own neutral as far as that is
 * known, and for the rest by the classes' frequencies.
 *
 * @param before the face's rest until now; null for its first frame
 * @param at milliseconds on the frames' clock
 */
export function adjustLogits(
  before: RestEstimate | null,
  logits: Logits,
  at: number,
  { relaxedFaces, prior }: Adjustments,
): { readonly logits: Logits; readonly rest: RestEstimate | null } {
  if (relaxedFaces === null) return { logits: expected(logits, prior, 1), rest: null };
  const rest = observeRest(before, logits, at, relaxedFaces);
  const own = ownNeutralOf(rest, relaxedFaces);
  const unknown = 1 - (own?.confidence ?? 0);
  return {
    logits: withOwnNeutral(expected(logits, prior, unknown), own, relaxedFaces),
    rest,
  };
}

function expected(logits: Logits, prior: PriorAdjustment | null, share: number): Logits {
  return prior === null ? logits : adjustForPrior(logits, { ...prior, tau: share * prior.tau });
}
