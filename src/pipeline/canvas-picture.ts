import type { Box, Size } from '../core/geometry.ts';
import type { RgbaImage } from '../core/pixels.ts';
import type { FrameImage } from './messages.ts';
import type { Picture } from './picture.ts';

/** Larger frames are scaled down to it: no crop needs more. */
const LONGEST_SIDE = 1920;

/**
 * A picture on a canvas in main memory. Decoding a video frame's colours costs most of what a
 * canvas does, so it is done once, and everything else is taken from there.
 */
export class CanvasPicture implements Picture {
  readonly #full = openCanvas();
  readonly #small = openCanvas();

  get size(): Size {
    const { width, height } = this.#full.canvas;
    return { width, height };
  }

  take(image: FrameImage): void {
    draw(image, this.#full, sizeOf(image), LONGEST_SIDE);
  }

  shrunk(longest: number): OffscreenCanvas {
    draw(this.#full.canvas, this.#small, this.size, longest);
    return this.#small.canvas;
  }

  read({ x, y, width, height }: Box): RgbaImage {
    return this.#full.getImageData(x, y, width, height);
  }
}

function sizeOf(image: FrameImage): Size {
  return 'displayWidth' in image
    ? { width: image.displayWidth, height: image.displayHeight }
    : { width: image.width, height: image.height };
}

function openCanvas(): OffscreenCanvasRenderingContext2D {
  const options = { alpha: false, willReadFrequently: true };
  const context = new OffscreenCanvas(1, 1).getContext('2d', options);
  if (context === null) throw new Error('There is no canvas to draw a frame on.');
  return context;
}

/** Draws an image onto the whole canvas, which takes its shape; black shines through it. */
function draw(
  image: CanvasImageSource,
  context: OffscreenCanvasRenderingContext2D,
  { width, height }: Size,
  longest: number,
): void {
  const { canvas } = context;
  const scale = Math.min(1, longest / Math.max(width, height));
  resize(canvas, Math.round(width * scale), Math.round(height * scale));
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
}

/** Setting a canvas's size empties it, even where it stays the same. */
function resize(canvas: OffscreenCanvas, width: number, height: number): void {
  if (canvas.width === width && canvas.height === height) return;
  canvas.width = Math.max(1, width);
  canvas.height = Math.max(1, height);
}
