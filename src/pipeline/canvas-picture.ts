import type { Box, Size } from '../core/geometry.ts';
import type { RgbaImage } from '../core/pixels.ts';
import type { FrameImage } from './messages.ts';
import type { Picture, View } from './picture.ts';

/** Larger frames are scaled down to it: no crop needs more. */
const LONGEST_SIDE = 1920;

/** Enough to tell faces apart, where the frame itself stays with the GPU. */
const LONGEST_GLANCE = 320;

/**
 * A picture on canvases in main memory. Decoding a video frame's colours costs most of what a
 * canvas does: where crops are cut here it is done once, in full, and everything else is taken from
 * there; where the GPU cuts them, only what the detector needs is ever drawn.
 */
export class CanvasPicture implements Picture {
  readonly #cutsHere: boolean;
  readonly #full = openCanvas();
  readonly #small = openCanvas();
  #frame: FrameImage | null = null;
  /** Whether `full` shows this frame. */
  #drawn = false;

  constructor(cutsHere: boolean) {
    this.#cutsHere = cutsHere;
  }

  get frame(): FrameImage {
    if (this.#frame === null) throw new Error('There is no frame.');
    return this.#frame;
  }

  /** Of the frame that was taken last. */
  size: Size = { width: 1, height: 1 };

  take(image: FrameImage): void {
    this.#frame = image;
    this.#drawn = false;
    this.size = within(sizeOf(image), LONGEST_SIDE);
    if (this.#cutsHere) this.#drawFull();
  }

  release(): void {
    this.#frame?.close();
    this.#frame = null;
  }

  shrunk(longest: number): ImageData {
    return pixels(this.#small, { x: 0, y: 0, ...this.#shrink(longest) });
  }

  glance(): View {
    if (this.#drawn) return this;
    const size = this.#shrink(LONGEST_GLANCE);
    return { size, read: (box) => pixels(this.#small, box) };
  }

  read(box: Box): RgbaImage {
    if (!this.#drawn) this.#drawFull();
    return pixels(this.#full, box);
  }

  /** Draws the picture smaller. @returns its size there */
  #shrink(longest: number): Size {
    const size = within(this.size, longest);
    draw(this.#drawn ? this.#full.canvas : this.frame, this.#small, size);
    return size;
  }

  #drawFull(): void {
    draw(this.frame, this.#full, this.size);
    this.#drawn = true;
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
