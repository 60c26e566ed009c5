import { EMOTIONS } from '../../core/blemore/emotions.ts';
import type { Sample } from '../../live/sample.ts';

/** How much time one drawn point stands for: about two pixels of a wide page. */
const BIN_MS = 200;

/** Numbers a sample. */
const ROW = 1 + EMOTIONS.length;

/**
 * Six lines in one piece of memory, so that a worker can be given them. Of each sample, oldest
 * first: the seconds before the newest one, 0 or less, and six percentages in label order, NaN
 * while no face is read.
 */
export type TimelineLines = Float32Array<ArrayBuffer>;

export interface TimelinePoint {
  /** Seconds. */
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

export function timelineLines(history: readonly Sample[]): TimelineLines {
  const newest = history.at(-1)?.at ?? 0;
  const samples = decimate(history);
  const lines = new Float32Array(samples.length * ROW).fill(NaN);
  samples.forEach(({ at, probabilities }, index) => {
    const row = index * ROW;
    lines[row] = (at - newest) / 1000;
    probabilities?.forEach((share, emotion) => {
      lines[row + 1 + emotion] = share * 100;
    });
  });
  return lines;
}

/** One emotion's line, oldest point first; its place in label order. */
export function pointsOf(lines: TimelineLines, emotion: number): TimelinePoint[] {
  return Array.from({ length: lines.length / ROW }, (_, index) => ({
    x: lines[index * ROW]!,
    y: lines[index * ROW + 1 + emotion]!,
  }));
}
