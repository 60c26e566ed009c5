import type { Point } from '../../core/geometry/shapes.ts';
import { css, type Rgb } from './colour.ts';

export type Context2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** -1: the left of the picture, 1: its right. */
export type Side = -1 | 1;

interface Spot extends Point {
  readonly rx: number;
  readonly ry: number;
  /** Radians, clockwise. */
  readonly angle?: number;
}

/** An ellipse that fades out towards its rim: light or shade without an edge. */
export function softSpot(ctx: Context2D, spot: Spot, colour: Rgb, alpha: number): void {
  if (alpha <= 0.004) return;
  const fade = ctx.createRadialGradient(0, 0, 0, 0, 0, 1);
  fade.addColorStop(0, css(colour, alpha));
  fade.addColorStop(0.4, css(colour, alpha * 0.68));
  fade.addColorStop(0.75, css(colour, alpha * 0.18));
  fade.addColorStop(1, css(colour, 0));
  ctx.save();
  ctx.translate(spot.x, spot.y);
  ctx.rotate(spot.angle ?? 0);
  ctx.scale(spot.rx, spot.ry);
  ctx.fillStyle = fade;
  ctx.fillRect(-1, -1, 2, 2);
  ctx.restore();
}

/** A quadratic curve: its start, its control point, its end, as x and y each. */
type Arc = readonly [number, number, number, number, number, number];

/** A crease in the skin, `width` at its middle: pointed at both ends, soft at the sides. */
export function crease(ctx: Context2D, arc: Arc, width: number, colour: Rgb, alpha: number): void {
  if (alpha <= 0.01) return;
  for (const [spread, share] of CREASE_LAYERS) {
    ctx.fillStyle = css(colour, Math.min(1, alpha * share));
    traceLens(ctx, arc, width * spread);
    ctx.fill();
  }
}

const CREASE_LAYERS = [
  [2.6, 0.22],
  [1.6, 0.33],
  [0.8, 0.6],
] as const;

function traceLens(ctx: Context2D, [x1, y1, viaX, viaY, x2, y2]: Arc, width: number): void {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const acrossX = (-(y2 - y1) / length) * width;
  const acrossY = ((x2 - x1) / length) * width;
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.quadraticCurveTo(viaX + acrossX, viaY + acrossY, x2, y2);
  ctx.quadraticCurveTo(viaX - acrossX, viaY - acrossY, x1, y1);
}

/** Draws the right half of something, then its mirror image. */
export function onBothSides(ctx: Context2D, draw: (side: Side) => void): void {
  for (const side of [-1, 1] as const) {
    ctx.save();
    ctx.scale(side, 1);
    draw(side);
    ctx.restore();
  }
}

/** Draws at another place, and puts the context back as it was. */
export function shifted(ctx: Context2D, { x, y }: Point, draw: () => void): void {
  ctx.save();
  ctx.translate(x, y);
  draw();
  ctx.restore();
}
