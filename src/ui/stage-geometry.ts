import type { Box, Point, Size } from '../core/geometry/shapes.ts';

/** Of what is cut off above and below, the part that is cut off above: heads are near the top. */
const CUT_ABOVE = 0.25;

/**
 * Where a frame is shown on the stage, in the stage's pixels: as large as covers the stage, but
 * with no more than `maxCrop` (0..1) of its width or height cut off. Parts may lie outside.
 */
export function placeFrame(frame: Size, stage: Size, maxCrop: number): Box {
  const ratios = [stage.width / frame.width, stage.height / frame.height];
  const scale = Math.min(Math.max(...ratios), Math.min(...ratios) / (1 - maxCrop));
  const width = frame.width * scale;
  const height = frame.height * scale;
  const spare = stage.height - height;
  return {
    x: (stage.width - width) / 2,
    y: spare * (spare < 0 ? CUT_ABOVE : 0.5),
    width,
    height,
  };
}

/**
 * A box in a frame's pixels as it is seen on the stage, in the stage's pixels, where the frame is
 * shown at `placed`, mirrored or not.
 */
export function showBox(box: Box, frame: Size, placed: Box, mirrored: boolean): Box {
  const scaleX = placed.width / frame.width;
  const scaleY = placed.height / frame.height;
  const left = mirrored ? frame.width - box.x - box.width : box.x;
  return {
    x: placed.x + left * scaleX,
    y: placed.y + box.y * scaleY,
    width: box.width * scaleX,
    height: box.height * scaleY,
  };
}

/** Pixels by which a face's box must grow or shrink until the frame around it follows. */
const STEP = 4;

/**
 * Boxes for frames around faces: about those of the faces, on whole pixels, and of one size while a
 * face's own hardly changes. Asked twice for the same boxes it gives the same ones.
 */
export class SteadyBoxes {
  /** By face id. */
  #sizes: ReadonlyMap<number, Size> = new Map();

  /** @param boxes of all the faces there are, by id */
  of(boxes: ReadonlyMap<number, Box>): ReadonlyMap<number, Box> {
    const steady = new Map(
      [...boxes].map(([id, box]) => [id, aroundMiddle(box, this.#size(id, box))]),
    );
    this.#sizes = steady;
    return steady;
  }

  #size(id: number, { width, height }: Size): Size {
    const last = this.#sizes.get(id);
    const keeps =
      last !== undefined &&
      Math.abs(last.width - width) <= STEP &&
      Math.abs(last.height - height) <= STEP;
    return keeps ? last : { width: Math.round(width), height: Math.round(height) };
  }
}

/** A box of this size around the middle of the other, on whole pixels. */
function aroundMiddle(box: Box, { width, height }: Size): Box {
  return {
    x: Math.round(box.x + (box.width - width) / 2),
    y: Math.round(box.y + (box.height - height) / 2),
    width,
    height,
  };
}

/** A label's own point, in shares of its size, and where on the stage that point is put. */
export interface LabelPlace {
  readonly at: Point;
  readonly anchor: Point;
}

/**
 * Where a label goes so that it is not cut off: over the box, or inside at its top where there is
 * no room of `height` pixels; the nearer to an edge of the stage, the more it leans inwards.
 */
export function placeLabel(box: Box, stageWidth: number, height: number): LabelPlace {
  const middle = Math.min(Math.max(box.x + box.width / 2, 0), stageWidth);
  const above = box.y >= height;
  return {
    at: { x: middle, y: Math.max(box.y, 0) },
    anchor: { x: stageWidth > 0 ? middle / stageWidth : 0.5, y: above ? 1 : 0 },
  };
}
