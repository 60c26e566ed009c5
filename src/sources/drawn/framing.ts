import type { Point, Size } from '../../core/geometry/shapes.ts';

/** How many face units high the picture is, and how far down, in shares of it, the eyes are. */
const SHOWN = 535;
const EYE_LEVEL = 0.44;

/** Pixels of a face unit in a picture of this size. */
export function faceScale(size: Size): number {
  return size.height / SHOWN;
}

/** Where the middle between the eyes is, in pixels, when the head is at rest. */
export function faceOrigin(size: Size): Point {
  return { x: size.width / 2, y: size.height * EYE_LEVEL };
}
