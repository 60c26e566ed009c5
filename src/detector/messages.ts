import type { Detection } from '../core/tracking/face.ts';
import type { Size } from '../core/geometry/shapes.ts';
import type { OwnImage } from '../core/image/pixels.ts';
import type { FromWorker, ToWorker } from '../messaging/messages.ts';
import type { MediaPipeFiles } from './mediapipe.ts';

export interface Search {
  readonly image: OwnImage;
  /** The picture the image was made of: faces are found in its pixels. */
  readonly picture: Size;
}

/** What the analyser asks. `open` once, then one `search` at a time, each with one answer. */
export type DetectorRequest =
  | { readonly type: 'open'; readonly files: MediaPipeFiles }
  | { readonly type: 'search'; readonly search: Search };

export type DetectorMessage = ToWorker<DetectorRequest>;

/**
 * `opened` answers `open`, and `found` answers `search`. What was found comes with the memory of the
 * image, for the next one.
 */
export type DetectorAnswer =
  | { readonly type: 'opened' }
  | {
      readonly type: 'found';
      readonly faces: readonly Detection[];
      readonly memory: ArrayBuffer;
    };

export type DetectorResponse = FromWorker<DetectorAnswer>;
