import { css, mix } from './colour.ts';
import type { Features } from './features.ts';
import type { Look } from './looks.ts';
import { onBothSides, type Context2D } from './paint.ts';

const HAIRS = 26;

export function drawBrows(ctx: Context2D, features: Features, look: Look): void {
  const { colour, thickness } = look.brows;
  onBothSides(ctx, () => {
    traceBrow(ctx, features.brow, 9.5 * thickness);
    const fade = ctx.createLinearGradient(features.brow.inner.x - 4, 0, features.brow.outer.x, 0);
    fade.addColorStop(0, css(colour, 0.55));
    fade.addColorStop(0.2, css(colour, 0.88));
    fade.addColorStop(0.7, css(colour, 0.9));
    fade.addColorStop(1, css(colour, 0.6));
    ctx.fillStyle = fade;
    ctx.fill();
    drawHairs(ctx, features.brow, look);
  });
}

/** Thick at the inner end, pointed at the outer one. */
function traceBrow(ctx: Context2D, { inner, middle, outer }: Features['brow'], thickness: number): void {
  const half = thickness / 2;
  // The curve passes through `middle`: its control point lies twice as far from the chord.
  const via = { x: 2 * middle.x - (inner.x + outer.x) / 2, y: 2 * middle.y - (inner.y + outer.y) / 2 };
  ctx.beginPath();
  ctx.moveTo(inner.x, inner.y + half);
  ctx.quadraticCurveTo(inner.x - 3.5, inner.y - half * 0.4, inner.x + 2, inner.y - half);
  ctx.quadraticCurveTo(via.x, via.y - half, outer.x, outer.y);
  ctx.quadraticCurveTo(via.x, via.y + half * 1.1, inner.x, inner.y + half);
}

function drawHairs(ctx: Context2D, { inner, middle, outer }: Features['brow'], look: Look): void {
  const { colour, thickness } = look.brows;
  ctx.strokeStyle = css(mix(colour, look.skin.base, 0.12), 0.75);
  ctx.lineWidth = 0.9;
  ctx.beginPath();
  for (let i = 0; i < HAIRS; i += 1) {
    const t = i / (HAIRS - 1);
    const x = along(inner.x, middle.x, outer.x, t);
    const y = along(inner.y, middle.y, outer.y, t);
    const height = (1 - 0.75 * t) * 6 * thickness;
    const lean = 1 + 6 * t;
    ctx.moveTo(x - lean * 0.3, y + height * 0.65);
    ctx.lineTo(x + lean, y - height * (0.75 - 0.35 * t) - (i % 3) * 0.5);
  }
  ctx.stroke();
}

/** The parabola through three values at t = 0, ½ and 1. */
function along(start: number, middle: number, end: number, t: number): number {
  return start * (1 - t) * (1 - 2 * t) + middle * 4 * t * (1 - t) + end * t * (2 * t - 1);
}
