import type { ReaderTimings, Timings } from '../core/reading/analysis.ts';

/** Middle and 95th percentile of the last few seconds, in milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
}

/** The stages of a frame, as the HUD names them; those of a reader are the first one's. */
export type Stage = Exclude<keyof Timings, 'readers'> | keyof ReaderTimings;

/** What the HUD shows; renewed twice a second. */
export interface LiveStats {
  readonly sourceFps: number;
  readonly analysedFps: number;
  /** From capture of a frame to its reading on the page. */
  readonly age: Spread;
  readonly stages: Readonly<Record<Stage, Spread>>;
}
