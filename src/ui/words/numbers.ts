import type { PerEmotion } from '../../core/blemore/emotions.ts';
import {
  perEmotion,
  EMOTION_INDICES,
  sum,
  type EmotionIndex,
} from '../../core/blemore/per-emotion.ts';
import type { Progress } from '../../core/session/session.ts';
import type { Spread } from '../../live/live-stats.ts';

/** Shares that sum to 1 as whole percents that sum to 100: the largest remainders round up. */
export function wholePercents(shares: PerEmotion): PerEmotion {
  const floor = perEmotion((place) => Math.floor(shares[place] * 100));
  const remainder = (place: EmotionIndex) => shares[place] * 100 - floor[place];
  const raised = EMOTION_INDICES.toSorted((a, b) => remainder(b) - remainder(a)).slice(
    0,
    100 - sum(floor),
  );
  return perEmotion((place) => floor[place] + (raised.includes(place) ? 1 : 0));
}

/** Bytes as decimal megabytes, e.g. "8.4". */
export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

/** E.g. "3.1 of 8.4 MB"; empty while the total is not known. */
export function progressWords({ loaded, total }: Progress): string {
  return total > 0 ? `${megabytes(Math.min(loaded, total))} of ${megabytes(total)} MB` : '';
}

/** Milliseconds with as many digits as they deserve: "4.8", "48". */
export function milliseconds(value: number): string {
  return value.toFixed(value < 9.95 ? 1 : 0);
}

/** Middle and 95th percentile, e.g. "4.8 / 12". */
export function spreadWords({ p50, p95 }: Spread): string {
  return `${milliseconds(p50)} / ${milliseconds(p95)}`;
}
