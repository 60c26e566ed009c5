import { css } from './colour.ts';
import type { Features } from './features.ts';
import type { Look } from './looks.ts';
import { onBothSides, softSpot, type Context2D } from './paint.ts';

/** Layers that start lower and lower on the cheek, so that the beard has no edge. */
const LAYERS = 6;
const STEP = 5;

/** A short beard over jaw and chin; drawn within the head's outline, under the lips. */
export function drawBeard(ctx: Context2D, features: Features, look: Look): void {
  if (!look.beard) return;
  const { colour, density } = look.beard;
  const { mouth, nose } = features;
  ctx.fillStyle = css(colour, density / LAYERS);
  for (let layer = 0; layer < LAYERS; layer += 1) drawJaw(ctx, features, layer * STEP);
  softSpot(ctx, { x: 0, y: mouth.lowerBottom + 10, rx: 12, ry: 9 }, colour, density);
  const y = (nose.tip.y + 12 + mouth.upperTop) / 2 + 3;
  onBothSides(ctx, () => {
    softSpot(ctx, { x: 17, y, rx: 26, ry: 10, angle: 0.22 }, colour, density);
  });
}

function drawJaw(ctx: Context2D, { mouth, jaw }: Features, lower: number): void {
  const side = mouth.corner.x + 16 + lower;
  const edge = 112 + lower + 0.4 * jaw;
  const chin = mouth.lowerBottom + 16 + 0.6 * lower;
  ctx.beginPath();
  ctx.moveTo(-112, 24 + 2 * lower);
  ctx.bezierCurveTo(-96, 70 + lower, -90, edge - 10, -side, edge);
  ctx.bezierCurveTo(-side + 12, edge + 6, -24, chin, 0, chin);
  ctx.bezierCurveTo(24, chin, side - 12, edge + 6, side, edge);
  ctx.bezierCurveTo(90, edge - 10, 96, 70 + lower, 112, 24 + 2 * lower);
  ctx.lineTo(116, 200 + jaw);
  ctx.lineTo(-116, 200 + jaw);
  ctx.fill();
}
