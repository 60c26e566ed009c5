/** A moment at which two readers differ. */
export interface DifferingMoment {
  /** Capture of the frame, in milliseconds. */
  readonly at: number;
  /** Mean absolute difference of the probabilities. */
  readonly difference: number;
}

/** As many moments are kept. */
export const MOST_MOMENTS = 12;
/** Moments nearer to each other than this are one, in milliseconds. */
const APART_MS = 2000;
/** Below it nobody would see the difference: three points moved from one emotion to another. */
const LEAST_DIFFERENCE = 0.01;
/** A moment takes the place of one beside it only where it differs so much more: each is a picture to draw. */
const CLEARLY_MORE = 1.1;

/**
 * The kept moments that a new one would take the place of, so that those stay that differ most and
 * none shows the same moment twice; null where the new one is not worth keeping.
 */
export function displacedBy<Moment extends DifferingMoment>(
  kept: readonly Moment[],
  { at, difference }: DifferingMoment,
): readonly Moment[] | null {
  if (difference < LEAST_DIFFERENCE) return null;
  const beside = kept.filter((moment) => Math.abs(moment.at - at) < APART_MS);
  if (beside.length > 0) {
    const clearly = beside.every((moment) => difference > CLEARLY_MORE * moment.difference);
    return clearly ? beside : null;
  }
  if (kept.length < MOST_MOMENTS) return [];
  const least = kept.reduce((a, b) => (b.difference < a.difference ? b : a));
  return difference > least.difference ? [least] : null;
}

/** The kept moments with a new one in the place of those, the largest difference first. */
export function withMoment<Moment extends DifferingMoment>(
  kept: readonly Moment[],
  moment: Moment,
  displaced: readonly Moment[],
): readonly Moment[] {
  const stay = kept.filter((each) => !displaced.includes(each));
  return [...stay, moment].sort((a, b) => b.difference - a.difference);
}
