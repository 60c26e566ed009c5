import { BLACK, css, mix } from './colour.ts';
import { HAIR } from './hair-styles.ts';
import type { Look } from './looks.ts';
import { softSpot, type Context2D } from './paint.ts';

export function drawHairBehind(ctx: Context2D, look: Look): void {
  const { colour, style } = look.hair;
  ctx.beginPath();
  for (const outline of HAIR[style].behind) outline(ctx);
  const fall = ctx.createLinearGradient(0, -190, 0, 280);
  fall.addColorStop(0, css(colour));
  fall.addColorStop(0.5, css(mix(colour, BLACK, 0.35)));
  fall.addColorStop(1, css(mix(colour, BLACK, 0.2)));
  ctx.fillStyle = fall;
  ctx.fill();
}

export function drawHairInFront(ctx: Context2D, look: Look): void {
  const { colour, shine, style } = look.hair;
  // The hair's shadow on the forehead.
  softSpot(ctx, { x: 0, y: -116, rx: 100, ry: 22 }, look.skin.shade, 0.6);
  const light = ctx.createRadialGradient(-30, -150, 8, -10, -70, 190);
  light.addColorStop(0, css(mix(colour, shine, 0.6)));
  light.addColorStop(0.35, css(mix(colour, shine, 0.15)));
  light.addColorStop(1, css(mix(colour, BLACK, 0.25)));
  ctx.fillStyle = light;
  for (const outline of HAIR[style].front) {
    ctx.beginPath();
    outline(ctx);
    ctx.fill('nonzero');
  }
  drawStrands(ctx, look);
}

function drawStrands(ctx: Context2D, look: Look): void {
  const { colour, shine, style } = look.hair;
  for (const [width, tone] of [[2.2, css(mix(colour, shine, 0.8), 0.45)], [1, css(mix(colour, BLACK, 0.6), 0.5)]] as const) {
    ctx.strokeStyle = tone;
    ctx.lineWidth = width;
    ctx.beginPath();
    for (const [x, y, viaX, viaY, toX, toY] of HAIR[style].strands) {
      ctx.moveTo(x, y + 2 * width);
      ctx.quadraticCurveTo(viaX, viaY + 2 * width, toX, toY);
    }
    ctx.stroke();
  }
}
