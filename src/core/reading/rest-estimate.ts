import type { Logits, PerEmotion } from '../blemore/emotions.ts';
import { perEmotion } from '../blemore/per-emotion.ts';
import type { OwnNeutral } from './own-neutral.ts';
import {
  plausibility,
  prominence,
  relativeToNeutral,
  restDistance,
  type RelaxedFaces,
} from './relaxed-faces.ts';

/** One steady expression that a face has shown. */
interface Plateau {
  /** Mean logits relative to neutral's. */
  readonly logits: PerEmotion;
  /** For how long it was shown; time that is past counts less and less. */
  readonly seconds: number;
}

/** What is known of one face's rest. */
export interface RestEstimate {
  /** Milliseconds on the frames' clock. */
  readonly at: number;
  /** Recent mean of the logits relative to neutral's, and how much they vary around it. */
  readonly recent: PerEmotion;
  readonly unrest: number;
  /** The one that counts as rest; null while none does. */
  readonly rest: Plateau | null;
  readonly others: readonly Plateau[];
  /** The person has said which one is the rest: no other takes its place. */
  readonly confirmed: boolean;
}

/** Time constant of `recent` and `unrest`, in seconds. */
const RECENT = 0.35;
/** A face is quiet while its logits vary by less, in deviations of relaxed faces. */
const QUIET = 0.7;
/** A frame stands for no more time than this, in seconds: after a gap nobody knows what was shown. */
const LONGEST_STEP = 0.1;
/** A quiet frame belongs to the nearest plateau within this distance, in deviations. */
const NEAR = 1.1;
const MOST_PLATEAUS = 4;
/** A plateau is the mean of so many seconds at most, so that it follows a slow drift. */
const DRIFT = 15;
/** Time constant with which the past is forgotten, in seconds. */
const FORGETTING = 45;
/** A rest that was shown for this long is fully believed, in seconds. */
const SETTLED = 1.5;
/** A less relaxed expression must have been shown for this long to become the rest, in seconds. */
const SLOW_CHANGE = 30;
/** How much more an expression must speak for itself than the present rest to take its place … */
const CLEARLY = 1.2;
/** … unless it is more relaxed by so many deviations, and was shown for so many seconds. */
const MUCH_MORE_RELAXED = 1.25;
const QUICK_CHANGE = 1;

/**
 * Takes one more frame into account.
 *
 * The rest is the steady expression that was shown longest, of those that could be one. Emotions
 * far above what relaxed faces show speak against it: a held smile is not learnt, and a face that
 * was only ever seen smiling has no rest.
 *
 * @param before null for a face's first frame
 * @param logits finite
 * @param at milliseconds; a time that does not advance changes nothing
 */
export function observeRest(
  before: RestEstimate | null,
  logits: Logits,
  at: number,
  faces: RelaxedFaces,
): RestEstimate {
  const now = relativeToNeutral(logits);
  if (before === null) {
    return { at, recent: now, unrest: 2 * QUIET, rest: null, others: [], confirmed: false };
  }
  const elapsed = (at - before.at) / 1000;
  if (elapsed <= 0) return before;
  const weight = 1 - Math.exp(-elapsed / RECENT);
  const unrest = blend(before.unrest, restDistance(now, before.recent, faces), weight);
  const recent = perEmotion((i) => blend(before.recent[i], now[i], weight));
  const followed = { ...before, at, recent, unrest };
  return unrest > QUIET ? followed : settle(followed, Math.min(elapsed, LONGEST_STEP), faces);
}

/** The face's own neutral as far as it is known. */
export function ownNeutralOf(
  { rest, confirmed }: RestEstimate,
  faces: RelaxedFaces,
): OwnNeutral | null {
  if (rest === null) return null;
  const known = confirmed ? 1 : Math.min(1, rest.seconds / SETTLED);
  return { logits: rest.logits, confidence: known * plausibility(rest.logits, faces) };
}

/** Whether the face holds still now and may be relaxed: what can be confirmed with some confidence. */
export function isAtRest({ recent, unrest }: RestEstimate, faces: RelaxedFaces): boolean {
  return unrest <= QUIET && plausibility(recent, faces) > 0;
}

/**
 * The person says that the face is relaxed now. Null where it cannot be, because an emotion lies
 * too far above what relaxed faces show.
 */
export function confirmRest(estimate: RestEstimate, faces: RelaxedFaces): RestEstimate | null {
  if (plausibility(estimate.recent, faces) === 0) return null;
  const rest = { logits: estimate.recent, seconds: FORGETTING };
  return { ...estimate, rest, others: [], confirmed: true };
}

/** Adds a quiet frame to its plateau, lets the past fade, and chooses the rest anew. */
function settle(estimate: RestEstimate, step: number, faces: RelaxedFaces): RestEstimate {
  const now = estimate.recent;
  const fade = Math.exp(-step / FORGETTING);
  const plateaus = [...(estimate.rest === null ? [] : [estimate.rest]), ...estimate.others];
  const place = nearest(plateaus, now, faces);
  const grown = plateaus.map(({ logits, seconds }, i) =>
    i === place ? joined(logits, seconds * fade, now, step) : { logits, seconds: seconds * fade },
  );
  if (place === null) grown.push({ logits: now, seconds: step });
  const rest = estimate.rest === null ? null : grown[0]!;
  const chosen = estimate.confirmed ? rest : chooseRest(grown, rest, faces);
  const others = grown
    .filter((plateau) => plateau !== chosen)
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, MOST_PLATEAUS);
  return { ...estimate, rest: chosen, others };
}

function joined(mean: PerEmotion, seconds: number, now: PerEmotion, step: number): Plateau {
  const weight = step / Math.min(seconds + step, DRIFT);
  return { logits: perEmotion((i) => blend(mean[i], now[i], weight)), seconds: seconds + step };
}

/** Index of the nearest plateau; null where none is near enough. */
function nearest(plateaus: readonly Plateau[], now: PerEmotion, faces: RelaxedFaces) {
  let [index, least]: [number | null, number] = [null, NEAR];
  for (const [i, { logits }] of plateaus.entries()) {
    const distance = restDistance(logits, now, faces);
    if (distance < least) [index, least] = [i, distance];
  }
  return index;
}

function chooseRest(plateaus: readonly Plateau[], rest: Plateau | null, faces: RelaxedFaces) {
  return plateaus.reduce(
    (best, plateau) => (mayReplace(plateau, best, faces) ? plateau : best),
    rest,
  );
}

function mayReplace(plateau: Plateau, rest: Plateau | null, faces: RelaxedFaces): boolean {
  const weight = weightOf(plateau, faces);
  if (rest === null) return weight > 0;
  const moreRelaxed = prominence(rest.logits, faces) - prominence(plateau.logits, faces);
  if (moreRelaxed < 0 && plateau.seconds < SLOW_CHANGE) return false;
  if (moreRelaxed > MUCH_MORE_RELAXED && plateau.seconds > QUICK_CHANGE) return true;
  return weight > CLEARLY * weightOf(rest, faces);
}

function weightOf({ logits, seconds }: Plateau, faces: RelaxedFaces): number {
  return seconds * plausibility(logits, faces);
}

function blend(from: number, to: number, weight: number): number {
  return from + weight * (to - from);
}
