import type { Probabilities } from '../core/blemore/emotions.ts';

/** One point of the timeline, ten a second at most. */
export interface Sample {
  /** `performance.now()` milliseconds of the frame's capture. */
  readonly at: number;
  /** Null while no face is read. */
  readonly probabilities: Probabilities | null;
}
