import { spread } from '../../src/live/rolling-statistics.ts';

export function median(values: readonly number[]): number {
  return spread(values).p50;
}

/** The median of the rounds' own ratios, so that a machine that slows down cancels out. */
export function ratio(theirs: readonly number[], ours: readonly number[]): number {
  return median(theirs.map((value, round) => value / ours[round]!));
}
