import type { FrameImage } from '../analyser/messages.ts';
import type { Box, Size } from '../core/geometry/shapes.ts';

/** Pixels along a side: as large as a thumbnail is shown, on a screen with two device pixels each. */
const SIDE = 144;
/** How much of the picture is taken, in sides of the face's box. */
const AROUND = 1.4;

/** Cuts small pictures of faces out of frames. They are plain memory, and nothing needs to be closed. */
export class FacePictures {
  #context: OffscreenCanvasRenderingContext2D | null = null;

  /** @param frame of which the box is; the picture may be larger */
  of(picture: FrameImage, { x, y, width, height }: Box, frame: Size): ImageData {
    const context = (this.#context ??= openContext());
    const scale = widthOf(picture) / frame.width;
    const side = AROUND * Math.max(width, height) * scale;
    const left = (x + width / 2) * scale - side / 2;
    const top = (y + height / 2) * scale - side / 2;
    context.clearRect(0, 0, SIDE, SIDE);
    context.drawImage(picture, left, top, side, side, 0, 0, SIDE, SIDE);
    return context.getImageData(0, 0, SIDE, SIDE);
  }
}

function widthOf(image: FrameImage): number {
  return 'displayWidth' in image ? image.displayWidth : image.width;
}

function openContext(): OffscreenCanvasRenderingContext2D {
  const options = { alpha: false, willReadFrequently: true };
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d', options);
  if (context === null) throw new Error('There is no canvas to draw a face on.');
  return context;
}
