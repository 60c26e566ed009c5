import type { Logits } from '../blemore/emotions.ts';
import type { Face } from '../tracking/face.ts';
import type { Implausibility } from '../tracking/implausibility.ts';
import type { Size } from '../geometry/shapes.ts';
import type { CropImage } from '../image/pixels.ts';

/**
 * Why a reader cannot read just now. `rebuilding`: its GPU was lost, and it is built anew. `failed`:
 * a second reader's networks gave no numbers; the first one's failure is the frame's.
 */
export type UnavailableReason = 'rebuilding' | 'failed';

/** What one reader says of one face in one frame. */
export type FaceOutput =
  /**
   * `at`: when the frame was captured that the logits are of. A reader that is slower than the
   * frames come repeats its last output, and `at` says how old that is.
   */
  | {
      readonly kind: 'read';
      readonly logits: Logits;
      readonly at: number;
      /** What the head was given, before it is standardised; where an evaluation may export it. */
      readonly vector?: Float32Array;
    }
  /**
   * The reader has begun with this face and has no logits of it yet. `gathered`: how much it has of
   * the frames that its first reading takes, 0..1.
   */
  | { readonly kind: 'pending'; readonly gathered: number }
  /** The face is tracked, and nobody asked for it to be read. */
  | { readonly kind: 'bystander' }
  /** The face is tracked, but not as faces that can be read are. */
  | { readonly kind: 'implausible'; readonly reason: Implausibility }
  | { readonly kind: 'unavailable'; readonly reason: UnavailableReason };

export interface AnalysedFace {
  readonly face: Face;
  /** The largest face, and it stays so until it is gone or clearly outgrown. */
  readonly primary: boolean;
  /** One a reader, in the order of the readers; none while the model is still loaded. */
  readonly outputs: readonly FaceOutput[];
  /**
   * What each reader's encoder was given, in the order of the readers; null where the reader was
   * given nothing of this face, or the page did not ask to see it.
   */
  readonly crops: readonly (CropImage | null)[];
}

/** Milliseconds one reader took for its part of a frame; of one that reads beside the frames, for its last reading. */
export interface ReaderTimings {
  readonly crop: number;
  readonly encode: number;
  readonly head: number;
}

/** Milliseconds each stage of the worker took for one frame. */
export interface Timings {
  /** Getting at the frame's pixels. */
  readonly picture: number;
  /** Detecting faces, or following them without a detection. */
  readonly detect: number;
  /** One a reader, in the order of the readers. */
  readonly readers: readonly ReaderTimings[];
  readonly total: number;
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
