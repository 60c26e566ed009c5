import type { Box, Point, Size } from '../core/geometry.ts';

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

/** Pixels by which a frame around a face grows or shrinks. */
const STEP = 4;

/**
 * About the same box, on whole pixels, with sides of whole steps: a frame drawn there stands still
 * while the face it is around does, and keeps its size while the face moves.
 */
export function steadyBox(box: Box): Box {
  const width = STEP * Math.round(box.width / STEP);
  const height = STEP * Math.round(box.height / STEP);
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
