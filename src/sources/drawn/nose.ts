import type { ActionUnits } from './action-units.ts';
import { css } from './colour.ts';
import type { Features } from './features.ts';
import type { Look } from './looks.ts';
import { crease, onBothSides, softSpot, type Context2D } from './paint.ts';

export function drawNose(ctx: Context2D, features: Features, units: ActionUnits, look: Look): void {
  const { wing, tip } = features.nose;
  const { skin } = look;
  onBothSides(ctx, (side) => {
    const shadow = side > 0 ? 0.5 : 0.26;
    softSpot(ctx, { x: 15, y: 18, rx: 9, ry: 44, angle: -0.1 }, skin.shade, shadow);
    softSpot(ctx, { x: wing.x + 3, y: wing.y - 2, rx: 9, ry: 13 }, skin.shade, 0.5);
    crease(ctx, { from: { x: wing.x - 1, y: wing.y - 13 }, via: { x: wing.x + 9, y: wing.y - 2 }, to: { x: wing.x - 3, y: wing.y + 6 }, width: 1.5 }, skin.line, 0.6 + 0.3 * units.noseWrinkle);
    drawNostril(ctx, features, look);
  });
  softSpot(ctx, { x: -3, y: 14, rx: 9, ry: 44 }, skin.light, 0.75);
  softSpot(ctx, { x: -3, y: tip.y - 11, rx: 14 * look.nose, ry: 11 }, skin.light, 0.75);
  softSpot(ctx, { x: 2, y: tip.y + 10, rx: 22 * look.nose, ry: 8 }, skin.shade, 0.7);
  crease(ctx, { from: { x: -9, y: tip.y + 3 }, via: { x: 0, y: tip.y + 9 }, to: { x: 9, y: tip.y + 3 }, width: 1.3 }, skin.line, 0.5);
}

function drawNostril(ctx: Context2D, features: Features, look: Look): void {
  const { wing, tip } = features.nose;
  ctx.beginPath();
  ctx.ellipse(wing.x - 8, (wing.y + tip.y) / 2 + 2.5, 6 * look.nose, 2.9, -0.25, 0, 2 * Math.PI);
  ctx.fillStyle = css(look.skin.line, 0.85);
  ctx.fill();
}
