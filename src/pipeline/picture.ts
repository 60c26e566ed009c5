import type { Box, Size } from '../core/geometry.ts';
import type { RgbaImage } from '../core/pixels.ts';
import type { FrameImage } from './messages.ts';

/** Pixels to look at. */
export interface View {
  readonly size: Size;
  /** The pixels of a part, unscaled: `box` in whole pixels, inside the view. */
  read(box: Box): RgbaImage;
}

/** The frame that is being analysed, on this side of the decoder. */
export interface Picture extends View {
  /** The frame itself, between `take` and `release`. */
  readonly frame: FrameImage;
  /** Takes a frame over. */
  take(image: FrameImage): void;
  /** Closes the frame. What was drawn of it stays. */
  release(): void;
  /** The pixels of the picture made no longer and no wider than `longest`. */
  shrunk(longest: number): ImageData;
  /** The cheapest view there is in which faces can be told apart. */
  glance(): View;
}
