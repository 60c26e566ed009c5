import type { Box, Point, Size } from '../../core/geometry/shapes.ts';
import type { OwnImage, RgbaImage } from '../../core/image/pixels.ts';
import type { FrameImage } from '../messages.ts';

/** Larger frames are scaled down to it: no crop needs more. */
export const LONGEST_SIDE = 1920;

/** Enough to tell faces apart. */
export const LONGEST_GLANCE = 320;

/** Pixels of a view, unscaled. */
export interface Part {
  readonly image: RgbaImage;
  /** Where in the view the image's first pixel lies. */
  readonly corner: Point;
}

/** Pixels to look at. */
export interface View {
  readonly size: Size;
  /** `box`, in whole pixels and inside the view; with more around it where more is in memory. */
  read(box: Box): Part;
}

/** The frame that is being analysed, on this side of the decoder; good until the next is taken. */
export interface Picture extends View {
  /** The frame itself, until it is closed. */
  readonly frame: FrameImage;
  /**
   * The pixels of the picture made no longer and no wider than `longest`, written to `memory` where
   * that fits and the way there is to make them can.
   */
  shrunk(longest: number, memory: ArrayBuffer | null): OwnImage;
  /** The cheapest view there is in which faces can be told apart. */
  thumbnail(): View;
}

/** Where frames become pictures, one at a time. */
export interface Pictures {
  /** Rejects where the frame gives no pixels; it is not closed. */
  take(image: FrameImage): Promise<Picture>;
}
