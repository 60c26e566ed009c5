import type { Detection } from '../core/tracking/face.ts';
import type { Failure } from '../core/session/failure.ts';
import type { Size } from '../core/geometry/shapes.ts';
import type { OwnImage } from '../core/image/pixels.ts';
import type { MediaPipeFiles } from './mediapipe.ts';

export interface Search {
  readonly image: OwnImage;
  /** The picture the image was made of: faces are found in its pixels. */
  readonly picture: Size;
}

/** Analyser to detector. `open` once, then one `search` at a time, each with one answer. */
export type DetectorRequest =
  | { readonly type: 'open'; readonly files: MediaPipeFiles }
  | { readonly type: 'search'; readonly search: Search };

/**
 * Detector to analyser. `opened`/`failed` answer `open`; `found`/`failed` answer `search`. What was
 * found comes with the memory of the image, for the next one.
 */
export type DetectorResponse =
  | { readonly type: 'opened' }
  | {
      readonly type: 'found';
      readonly faces: readonly Detection[];
      readonly memory: ArrayBuffer;
    }
  | { readonly type: 'failed'; readonly failure: Failure };
