import type { Logits } from '../core/emotions.ts';
import type { Size } from '../core/geometry.ts';

/** What was read of a clip, frame by frame, compactly: 32 bytes a frame. */
export interface FrameSeries {
  /** Seconds from the clip's own zero, ascending; one number an analysed frame. */
  readonly times: Float64Array<ArrayBuffer>;
  /** The primary face's raw logits, six numbers a frame in label order; NaN where no face was read. */
  readonly logits: Float32Array<ArrayBuffer>;
}

/** A clip that was decoded to its end and shows a face. */
export interface ClipResult {
  /** Of a frame, as it is shown. */
  readonly size: Size;
  /** How long the clip is, in seconds. */
  readonly seconds: number;
  readonly series: FrameSeries;
  /** How many of the analysed frames show a face. */
  readonly read: number;
  /** The mean of their logits. */
  readonly logits: Logits;
  /** How long it took, in milliseconds of wall clock. */
  readonly elapsed: number;
}
