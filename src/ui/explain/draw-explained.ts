import type { Affine } from '../../core/geometry/affine.ts';
import type { Box } from '../../core/geometry/shapes.ts';
import type { FrozenFrame } from '../../live/frozen-frame.svelte.ts';

/** How much of the picture is shown, in sides of the face's box. */
const AROUND = 1.5;
/** The strongest part of a map lets as much of the face through. */
const MOST_OPAQUE = 0.78;
/** So far from the crop's edge, in its sides, a map is drawn as strong as it is. */
const FADED = 0.12;
/** Maps whose strongest part is weaker than this, in logarithms of odds, are shown as weak as they are. */
const LEAST_SCALE = 0.2;

export interface ShownMap {
  /** size × size numbers: how much each pixel of the crop speaks for an emotion. */
  readonly map: Float32Array;
  readonly size: number;
  readonly toFrame: Affine;
  /** Of what speaks for the emotion, and of what speaks against it. */
  readonly colors: { readonly favour: string; readonly against: string };
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * Draws a frozen face into a square of `side` pixels with its corner at (x, y), and over it what
 * speaks for an emotion where there is such a map.
 */
export function drawExplained(
  context: Context,
  { picture, face }: Pick<FrozenFrame, 'picture' | 'face'>,
  shown: ShownMap | null,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const view = squareAround(face.box);
  const scale = side / view.width;
  context.save();
  context.beginPath();
  context.rect(x, y, side, side);
  context.clip();
  context.translate(x, y);
  context.scale(scale, scale);
  context.translate(-view.x, -view.y);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0);
  if (shown !== null) {
    // A gray face under the colours of the map.
    context.globalCompositeOperation = 'saturation';
    context.fillStyle = '#808080';
    context.fillRect(view.x, view.y, view.width, view.height);
    context.globalCompositeOperation = 'source-over';
    const { a, b, c, d, e, f } = shown.toFrame;
    context.transform(a, b, c, d, e, f);
    const scaleOfMap = Math.max(LEAST_SCALE, ...shown.map.map(Math.abs));
    context.drawImage(layer(shown, shown.colors.favour, 1 / scaleOfMap), 0, 0);
    context.drawImage(layer(shown, shown.colors.against, -1 / scaleOfMap), 0, 0);
  }
  context.restore();
}

function squareAround({ x, y, width, height }: Box): Box {
  const side = AROUND * Math.max(width, height);
  return { x: x + width / 2 - side / 2, y: y + height / 2 - side / 2, width: side, height: side };
}

/** 0..1: less and less towards the crop's edge, which is no part of the face. */
function insideness(pixel: number, size: number): number {
  const [column, row] = [pixel % size, Math.floor(pixel / size)];
  const toEdge = Math.min(column, row, size - 1 - column, size - 1 - row) + 0.5;
  return Math.min(1, toEdge / (FADED * size));
}

/** One colour, as opaque as the map times `factor` is large; nothing where that is below zero. */
function layer({ map, size }: ShownMap, color: string, factor: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext('2d')!;
  const image = new ImageData(size, size);
  map.forEach((value, pixel) => {
    const strength = Math.min(1, Math.max(0, value * factor));
    image.data[pixel * 4 + 3] = 255 * MOST_OPAQUE * strength * insideness(pixel, size);
  });
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = color;
  context.fillRect(0, 0, size, size);
  return canvas;
}
