import { EMOTIONS } from '../../../core/blemore/emotions.ts';
import type { FramePoint } from '../../../evaluation/frame-series.ts';
import type { TimelinePoint } from '../../timeline/timeline-lines.ts';

/** As many points as a wide chart has pixels to tell apart, or fewer. */
const MOST_POINTS = 600;

/** Every n-th of the points, with n so that there are at most `most`, the first always. */
export function thinned<T>(points: readonly T[], most: number): T[] {
  const step = Math.ceil(points.length / most);
  return points.filter((_, index) => index % step === 0);
}

/** Six lines in label order; x in seconds of the clip, y in percent, NaN where no face was read. */
export function clipLines(points: readonly FramePoint[]): TimelinePoint[][] {
  const shown = thinned(points, MOST_POINTS);
  return EMOTIONS.map((_, emotion) =>
    shown.map(({ at, probabilities }) => ({
      x: at,
      y: probabilities === null ? NaN : probabilities[emotion]! * 100,
    })),
  );
}
