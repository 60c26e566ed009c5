import type { Box, Size } from '../../core/geometry/shapes.ts';
import type { FrameImage } from '../messages.ts';
import {
  LONGEST_GLANCE,
  LONGEST_SIDE,
  type Part,
  type Picture,
  type Pictures,
  type View,
} from './picture.ts';

interface Canvases {
  readonly full: OffscreenCanvasRenderingContext2D;
  readonly small: OffscreenCanvasRenderingContext2D;
}

/**
 * Pictures on canvases in main memory. Decoding a video frame's colours costs most of what a canvas
 * does: where crops are cut here it is done once, in full, and everything else is taken from there;
 * where the GPU cuts them, only what the detector needs is ever drawn.
 */
export class CanvasPictures implements Pictures {
  readonly #cutsHere: boolean;
  readonly #canvases: Canvases = { full: openCanvas(), small: openCanvas() };

  constructor(cutsHere: boolean) {
    this.#cutsHere = cutsHere;
  }

  take(image: FrameImage): Promise<Picture> {
    return new Promise((resolve) => {
      const picture = new CanvasPicture(image, this.#canvases);
      if (this.#cutsHere) picture.draw();
      resolve(picture);
    });
  }
}

class CanvasPicture implements Picture {
  readonly frame: FrameImage;
  readonly size: Size;
  readonly #canvases: Canvases;
  /** Whether `full` shows this frame. */
  #drawn = false;

  constructor(frame: FrameImage, canvases: Canvases) {
    this.frame = frame;
    this.size = within(sizeOf(frame), LONGEST_SIDE);
    this.#canvases = canvases;
  }

  shrunk(longest: number): ImageData {
    return pixels(this.#canvases.small, { x: 0, y: 0, ...this.#shrink(longest) });
  }

  thumbnail(): View {
    if (this.#drawn) return this;
    const size = this.#shrink(LONGEST_GLANCE);
    return { size, read: (box) => part(this.#canvases.small, box) };
  }

  read(box: Box): Part {
    if (!this.#drawn) this.draw();
    return part(this.#canvases.full, box);
  }

  /** Draws the picture in full. */
  draw(): void {
    draw(this.frame, this.#canvases.full, this.size);
    this.#drawn = true;
  }

  /** Draws the picture smaller. @returns its size there */
  #shrink(longest: number): Size {
    const { full, small } = this.#canvases;
    const size = within(this.size, longest);
    draw(this.#drawn ? full.canvas : this.frame, small, size);
    return size;
  }
}

function sizeOf(image: FrameImage): Size {
  return 'displayWidth' in image
    ? { width: image.displayWidth, height: image.displayHeight }
    : { width: image.width, height: image.height };
}

/** A size of this shape, in whole pixels, no longer than `longest`. */
function within({ width, height }: Size, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

function openCanvas(): OffscreenCanvasRenderingContext2D {
  const options = { alpha: false, willReadFrequently: true };
  const context = new OffscreenCanvas(1, 1).getContext('2d', options);
  if (context === null) throw new Error('There is no canvas to draw a frame on.');
  return context;
}

/** Draws an image onto the whole canvas, which takes this size; black shines through it. */
function draw(
  image: CanvasImageSource,
  context: OffscreenCanvasRenderingContext2D,
  { width, height }: Size,
): void {
  const { canvas } = context;
  // Setting a canvas's size empties it, even where it stays the same.
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  context.clearRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
}

function pixels(context: OffscreenCanvasRenderingContext2D, box: Box): ImageData {
  return context.getImageData(box.x, box.y, box.width, box.height);
}

function part(context: OffscreenCanvasRenderingContext2D, box: Box): Part {
  return { image: pixels(context, box), corner: box };
}
