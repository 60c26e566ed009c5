import type { Logits } from '../blemore/emotions.ts';
import type { Face } from '../tracking/face.ts';
import type { Size } from '../geometry/shapes.ts';
import type { CropImage } from '../image/pixels.ts';

/** Milliseconds each station of the worker took for one frame. */
export interface Timings {
  readonly detect: number;
  readonly crop: number;
  readonly encode: number;
  readonly head: number;
  readonly total: number;
}

export interface AnalysedFace {
  readonly face: Face;
  /** The largest face, and it stays so until it is gone or clearly outgrown. */
  readonly primary: boolean;
  /** Absent for bystanders, who are framed and not read. */
  readonly logits: Logits | null;
  /** What the encoder was given, where the page asked to see it. */
  readonly crop: CropImage | null;
}

/** What the worker says of one frame. */
export interface Analysis {
  /** When the frame was captured, on the page's `performance.now()` clock, in milliseconds. */
  readonly capturedAt: number;
  /** The analysed frame; boxes and keypoints are in its pixels. */
  readonly size: Size;
  readonly faces: readonly AnalysedFace[];
  readonly timings: Timings;
}
