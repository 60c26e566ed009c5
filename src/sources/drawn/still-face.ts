import { indexOfEmotion, perEmotion } from '../../core/blemore/per-emotion.ts';
import type { Point, Size } from '../../core/geometry/shapes.ts';
import { drawFace } from './draw-face.ts';
import { faceOrigin, faceScale } from './framing.ts';
import { LOOKS } from './looks.ts';
import type { Context2D } from './paint.ts';
import { unitsOf } from './prototypes.ts';

/** Half the distance between the eyes, in face units. */
const HALF = 50;

/** Draws somebody at rest. */
export function drawStillFace(ctx: Context2D, size: Size): void {
  const neutral = indexOfEmotion('neu');
  const units = unitsOf(perEmotion((index) => (index === neutral ? 1 : 0)));
  drawFace(ctx, size, { look: LOOKS[0]!, units });
}

/** Where that face's eyes are, in pixels; left and right are the person's own. */
export function drawnEyes(size: Size): { readonly rightEye: Point; readonly leftEye: Point } {
  const { x, y } = faceOrigin(size);
  const half = HALF * faceScale(size);
  return { rightEye: { x: x - half, y }, leftEye: { x: x + half, y } };
}
