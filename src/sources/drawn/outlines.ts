import type { Eye, Mouth } from './features.ts';
import type { Context2D } from './paint.ts';

/** Continues a path along the upper lid, from the inner corner of the eye to the outer one. */
export function traceUpperLid(ctx: Context2D, eye: Eye): void {
  const { inner, outer } = eye;
  const nearNose = inner.y - 1.34 * eye.upperInner;
  const nearTemple = outer.y - 1.42 * eye.upperOuter;
  ctx.bezierCurveTo(inner.x + 9, nearNose, outer.x - 13, nearTemple, outer.x, outer.y);
}

/** Continues a path along the lower lid, from the outer corner of the eye to the inner one. */
export function traceLowerLid(ctx: Context2D, { inner, outer, lower }: Eye): void {
  const down = 1.34 * lower;
  ctx.bezierCurveTo(outer.x - 9, outer.y + down, inner.x + 15, inner.y + down, inner.x, inner.y);
}

/** Continues a path from one corner of the mouth to the other, through `middle` at x = 0. */
export function traceLipEdge(ctx: Context2D, mouth: Mouth, middle: number, towards: -1 | 1): void {
  const { corner, square } = mouth;
  const x = towards * corner.x;
  const y = corner.y + (middle - corner.y) / 0.75;
  const reach = 0.34 + 0.42 * square;
  ctx.bezierCurveTo(-x * reach, y, x * reach, y, x, corner.y);
}
