import type { ActionUnits } from './action-units.ts';
import { css } from './colour.ts';
import type { Features } from './features.ts';
import type { Look } from './looks.ts';
import { crease, onBothSides, softSpot, type Context2D } from './paint.ts';

export function drawNose(ctx: Context2D, features: Features, units: ActionUnits, look: Look): void {
  const { skin, nose } = look;
  const { y } = features.nose.tip;
  drawSides(ctx, features, units, look);
  softSpot(ctx, { x: -3, y: 14, rx: 9, ry: 44 }, skin.light, 0.75);
  softSpot(ctx, { x: -3, y: y - 11, rx: 14 * nose, ry: 11 }, skin.light, 0.75);
  drawPhiltrum(ctx, features, look);
  softSpot(ctx, { x: 2, y: y + 10, rx: 22 * nose, ry: 8 }, skin.shade, 0.7);
  crease(ctx, [-9, y + 3, 0, y + 9, 9, y + 3], 1.3, skin.line, 0.5);
}

/** The shaded slopes, the wings and the nostrils. */
function drawSides(ctx: Context2D, features: Features, units: ActionUnits, look: Look): void {
  const { skin } = look;
  const { x, y } = features.nose.wing;
  onBothSides(ctx, (side) => {
    const slope = { x: 15, y: 18, rx: 9, ry: 44, angle: -0.1 };
    softSpot(ctx, slope, skin.shade, side > 0 ? 0.5 : 0.26);
    softSpot(ctx, { x: x + 3, y: y - 2, rx: 9, ry: 13 }, skin.shade, 0.5);
    const wing = [x - 1, y - 13, x + 9, y - 2, x - 3, y + 6] as const;
    crease(ctx, wing, 1.5, skin.line, 0.6 + 0.3 * units.noseWrinkle);
    drawNostril(ctx, features, look);
  });
}

function drawNostril(ctx: Context2D, { nose }: Features, look: Look): void {
  const y = (nose.wing.y + nose.tip.y) / 2 + 2.5;
  ctx.beginPath();
  ctx.ellipse(nose.wing.x - 8, y, 6 * look.nose, 2.9, -0.25, 0, 2 * Math.PI);
  ctx.fillStyle = css(look.skin.line, 0.85);
  ctx.fill();
}

/** The groove between nose and upper lip. */
function drawPhiltrum(ctx: Context2D, { nose, mouth }: Features, { skin }: Look): void {
  const y = (nose.tip.y + 8 + mouth.upperTop) / 2;
  softSpot(ctx, { x: 0, y, rx: 5, ry: 11 }, skin.shade, 0.5);
  onBothSides(ctx, () => {
    softSpot(ctx, { x: 7, y: y + 2, rx: 4, ry: 10, angle: -0.1 }, skin.light, 0.35);
  });
}
