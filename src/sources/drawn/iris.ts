import type { Point } from '../../core/geometry/shapes.ts';
import { BLACK, css, mix, WHITE, type Rgb } from './colour.ts';
import type { Context2D, Side } from './paint.ts';

const RADIUS = 12.2;
const PUPIL = 5.2;

/** Iris, pupil and the light in them, which stands on the same side in both eyes. */
export function drawIris(ctx: Context2D, { x, y }: Point, colour: Rgb, side: Side): void {
  const tone = ctx.createRadialGradient(x, y + 4, 2, x, y, RADIUS);
  tone.addColorStop(0, css(mix(colour, WHITE, 0.3)));
  tone.addColorStop(0.55, css(colour));
  tone.addColorStop(0.86, css(mix(colour, BLACK, 0.35)));
  tone.addColorStop(1, css(mix(colour, BLACK, 0.75)));
  disc(ctx, { x, y }, RADIUS, tone);
  drawRays(ctx, { x, y }, colour);
  disc(ctx, { x, y }, PUPIL, 'rgb(8 6 6)');
  disc(ctx, { x: x - side * 4.2, y: y - 4.2 }, 2.8, 'rgb(255 255 255 / 0.95)');
  disc(ctx, { x: x + side * 4, y: y + 5 }, 1.4, 'rgb(255 255 255 / 0.35)');
}

function drawRays(ctx: Context2D, { x, y }: Point, colour: Rgb): void {
  ctx.strokeStyle = css(mix(colour, WHITE, 0.45), 0.35);
  ctx.lineWidth = 0.6;
  ctx.beginPath();
  for (let i = 0; i < 18; i += 1) {
    const angle = (i / 18) * 2 * Math.PI;
    ctx.moveTo(x + 5.6 * Math.cos(angle), y + 5.6 * Math.sin(angle));
    ctx.lineTo(x + 9.6 * Math.cos(angle), y + 9.6 * Math.sin(angle));
  }
  ctx.stroke();
}

function disc(
  ctx: Context2D,
  { x, y }: Point,
  radius: number,
  fill: string | CanvasGradient,
): void {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = fill;
  ctx.fill();
}
