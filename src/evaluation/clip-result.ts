import type { Probabilities } from '../core/blemore/emotions.ts';
import type { Backend } from '../core/session/backend.ts';
import type { Size } from '../core/geometry/shapes.ts';
import type { ClipFeatures } from './clip-features.ts';
import type { Combination, FrameSeries } from './frame-series.ts';

/** A clip that was decoded to its end and shows a face. */
export interface ClipResult {
  /** Of a frame, as it is shown. */
  readonly size: Size;
  /** Until where it was decoded, in seconds. */
  readonly seconds: number;
  /** How many frames were analysed. */
  readonly frames: number;
  /** How many of them show a face that was read, each by itself or several at once. */
  readonly read: number;
  readonly series: FrameSeries;
  readonly combination: Combination;
  /** What all of it was read on. */
  readonly backend: Backend['kind'];
  /** What the head was given for it; null for a pack that reads frame by frame. */
  readonly features: ClipFeatures | null;
  /** Of the clip as a whole. */
  readonly probabilities: Probabilities;
  /** How long it took, in milliseconds of wall clock without pauses. */
  readonly elapsed: number;
}
