import type { Box, Size } from '../core/geometry.ts';
import type { RgbaImage } from '../core/pixels.ts';
import type { FrameImage } from './messages.ts';

/** The frame that is being analysed, on this side of the decoder. */
export interface Picture {
  readonly size: Size;
  /** Copies a frame, which can be closed then. */
  take(image: FrameImage): void;
  /** The picture no longer and no wider than `longest` pixels; good until the next call. */
  shrunk(longest: number): OffscreenCanvas;
  /** The pixels of a part, unscaled: `box` in whole pixels, inside the picture. */
  read(box: Box): RgbaImage;
}
