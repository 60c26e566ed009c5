import type { Box } from '../core/geometry.ts';
import type { RgbaImage } from '../core/pixels.ts';
import type { FrameImage } from './messages.ts';

/** Gives the pixels of a part of a frame, unscaled. */
export interface PixelReader {
  /** `box` in whole pixels, inside the frame. */
  read(image: FrameImage, box: Box): RgbaImage;
}

/** Reads pixels through one canvas, which grows to the largest part it has read. */
export class CanvasPixelReader implements PixelReader {
  readonly #canvas = new OffscreenCanvas(1, 1);
  readonly #context = contextOf(this.#canvas);

  read(image: FrameImage, { x, y, width, height }: Box): RgbaImage {
    if (this.#canvas.width < width) this.#canvas.width = width;
    if (this.#canvas.height < height) this.#canvas.height = height;
    this.#context.clearRect(0, 0, width, height);
    this.#context.drawImage(image, x, y, width, height, 0, 0, width, height);
    return this.#context.getImageData(0, 0, width, height);
  }
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('No canvas to read pixels from.');
  return context;
}
