import type { Probabilities } from '../core/blemore/emotions.ts';
import type { Size } from '../core/geometry/shapes.ts';
import type { FrameSeries } from './frame-series.ts';

/**
 * How a clip's frames make one distribution. `mean-logits`: each frame is read by itself, and it is
 * the softmax of the mean of their logits. `aggregate`: the head reads statistics of the features
 * of all frames, so a frame's logits are those of the clip until there, and the last are the clip's.
 */
export type Combination = 'mean-logits' | 'aggregate';

/** A clip that was decoded to its end and shows a face. */
export interface ClipResult {
  /** Of a frame, as it is shown. */
  readonly size: Size;
  /** Until where it was decoded, in seconds. */
  readonly seconds: number;
  readonly series: FrameSeries;
  /** How many of the analysed frames show a face. */
  readonly read: number;
  readonly combination: Combination;
  /** Of the clip as a whole. */
  readonly probabilities: Probabilities;
  /** How long it took, in milliseconds of wall clock without pauses. */
  readonly elapsed: number;
}
