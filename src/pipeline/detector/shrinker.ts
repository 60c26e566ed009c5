import type { Size } from '../../core/geometry.ts';
import type { FrameImage } from '../messages.ts';

/** The detector's own input is smaller still; more pixels only cost time. */
const LONGEST_SIDE = 320;

/** Scales frames down on one canvas that is used again and again. */
export class Shrinker {
  readonly #canvas = new OffscreenCanvas(1, 1);
  readonly #context = contextOf(this.#canvas);

  /** The frame, at most 320 pixels long and wide; good until the next call. */
  shrink(image: FrameImage, { width, height }: Size): OffscreenCanvas {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
    this.#resize(Math.round(width * scale), Math.round(height * scale));
    this.#context.drawImage(image, 0, 0, this.#canvas.width, this.#canvas.height);
    return this.#canvas;
  }

  #resize(width: number, height: number): void {
    const canvas = this.#canvas;
    if (canvas.width === width && canvas.height === height) return;
    canvas.width = Math.max(1, width);
    canvas.height = Math.max(1, height);
  }
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('No canvas to draw a frame on.');
  return context;
}
