import { css } from './colour.ts';
import type { Features } from './features.ts';
import type { Look } from './looks.ts';
import { softSpot, type Context2D } from './paint.ts';

/** A short beard over jaw and chin; drawn within the head's outline, under the lips. */
export function drawBeard(ctx: Context2D, features: Features, look: Look): void {
  if (!look.beard) return;
  const { colour, density } = look.beard;
  const { corner, lowerBottom } = features.mouth;
  const { jaw } = features;
  ctx.fillStyle = css(colour, density);
  ctx.beginPath();
  ctx.moveTo(-112, 20);
  ctx.bezierCurveTo(-92, 60, -84, corner.y - 14, -corner.x - 12, corner.y - 8);
  ctx.quadraticCurveTo(
    0,
    corner.y + 2 * (lowerBottom - corner.y) + 18,
    corner.x + 12,
    corner.y - 8,
  );
  ctx.bezierCurveTo(84, corner.y - 14, 92, 60, 112, 20);
  ctx.lineTo(116, 200 + jaw);
  ctx.lineTo(-116, 200 + jaw);
  ctx.fill();
  softSpot(ctx, { x: 0, y: lowerBottom + 9, rx: 9, ry: 9 }, colour, density);
  drawMoustache(ctx, features, look);
}

function drawMoustache(ctx: Context2D, features: Features, look: Look): void {
  if (!look.beard) return;
  const { colour, density } = look.beard;
  const { corner, upperTop } = features.mouth;
  const nose = features.nose.tip.y + 13;
  ctx.fillStyle = css(colour, density * 0.9);
  ctx.beginPath();
  ctx.moveTo(0, nose + 2);
  ctx.bezierCurveTo(22, nose, corner.x, corner.y - 16, corner.x + 11, corner.y + 4);
  ctx.quadraticCurveTo(corner.x * 0.6, upperTop - 2, 0, upperTop - 0.5);
  ctx.quadraticCurveTo(-corner.x * 0.6, upperTop - 2, -corner.x - 11, corner.y + 4);
  ctx.bezierCurveTo(-corner.x, corner.y - 16, -22, nose, 0, nose + 2);
  ctx.fill();
}
