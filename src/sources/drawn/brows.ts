import type { Point } from '../../core/geometry/shapes.ts';
import { css, mix } from './colour.ts';
import type { Brow, Features } from './features.ts';
import type { Look } from './looks.ts';
import { onBothSides, type Context2D } from './paint.ts';

const STEPS = 14;
const HAIRS = 34;

export function drawBrows(ctx: Context2D, { brow }: Features, look: Look): void {
  const { colour, thickness } = look.brows;
  onBothSides(ctx, () => {
    const fade = ctx.createLinearGradient(brow.inner.x - 4, 0, brow.outer.x, 0);
    fade.addColorStop(0, css(colour, 0.2));
    fade.addColorStop(0.16, css(colour, 0.8));
    fade.addColorStop(0.75, css(colour, 0.88));
    fade.addColorStop(1, css(colour, 0.5));
    ctx.fillStyle = fade;
    traceBrow(ctx, brow, 5.2 * thickness);
    ctx.fill();
    drawHairs(ctx, brow, look);
  });
}

/** A band along the brow's middle line, rounded at its inner end and pointed at the outer one. */
function traceBrow(ctx: Context2D, brow: Brow, half: number): void {
  ctx.beginPath();
  for (let i = 0; i <= STEPS; i += 1) edgePoint(ctx, brow, i / STEPS, -half);
  for (let i = STEPS; i >= 0; i -= 1) edgePoint(ctx, brow, i / STEPS, half);
}

function edgePoint(ctx: Context2D, brow: Brow, t: number, half: number): void {
  const { x, y } = along(brow, t);
  ctx.lineTo(x, y + half * thicknessAt(t));
}

function thicknessAt(t: number): number {
  return Math.min(1, 0.5 + 3 * t) * (1 - t ** 2.4);
}

function drawHairs(ctx: Context2D, brow: Brow, look: Look): void {
  const { colour, thickness } = look.brows;
  ctx.strokeStyle = css(mix(colour, look.skin.base, 0.08), 0.7);
  ctx.lineWidth = 0.8;
  ctx.beginPath();
  for (let i = 0; i < HAIRS; i += 1) {
    const t = (0.9 * i) / (HAIRS - 1);
    const root = along(brow, t);
    const tip = along(brow, t + 0.06 + 0.03 * t);
    const half = 5.4 * thickness * thicknessAt(t);
    ctx.moveTo(root.x, root.y + half * (0.3 + 0.2 * (i % 3)));
    ctx.lineTo(tip.x, tip.y - half * (1 - 0.12 * (i % 4)));
  }
  ctx.stroke();
}

/** The point at `t` (0..1) of the parabola through the brow's three points. */
function along({ inner, middle, outer }: Brow, t: number): Point {
  const a = (1 - t) * (1 - 2 * t);
  const b = 4 * t * (1 - t);
  const c = t * (2 * t - 1);
  return {
    x: a * inner.x + b * middle.x + c * outer.x,
    y: a * inner.y + b * middle.y + c * outer.y,
  };
}
