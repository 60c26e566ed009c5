import { EMOTIONS } from '../../core/emotions.ts';
import type { Sample } from '../../live/live-page.ts';

/** How much time one drawn point stands for: about two pixels of a wide page. */
const BIN_MS = 200;

export interface TimelinePoint {
  /** Seconds before the newest sample, 0 or less. */
  readonly x: number;
  /** Percent; NaN, a gap in the line, while no face is read. */
  readonly y: number;
}

/** The last sample of each bin of the clock, so that the same points stay as time goes on. */
export function decimate(history: readonly Sample[]): readonly Sample[] {
  const bin = ({ at }: Sample) => Math.floor(at / BIN_MS);
  return history.filter((sample, index) => {
    const next = history[index + 1];
    return next === undefined || bin(next) !== bin(sample);
  });
}

/** Six lines in label order, oldest point first. */
export function timelineLines(history: readonly Sample[]): TimelinePoint[][] {
  const newest = history.at(-1)?.at ?? 0;
  const samples = decimate(history);
  return EMOTIONS.map((_, emotion) =>
    samples.map(({ at, probabilities }) => ({
      x: (at - newest) / 1000,
      y: probabilities === null ? NaN : probabilities[emotion]! * 100,
    })),
  );
}
