import type { ActionUnits } from './action-units.ts';
import { BLACK, css, mix, WHITE } from './colour.ts';
import { drawIris } from './iris.ts';
import type { Eye, Features } from './features.ts';
import { drawLids } from './lids.ts';
import type { Look } from './looks.ts';
import { traceLowerLid, traceUpperLid } from './outlines.ts';
import { onBothSides, softSpot, type Context2D, type Side } from './paint.ts';

const CENTRE_X = 51;

export function drawEyes(ctx: Context2D, { eye }: Features, units: ActionUnits, look: Look): void {
  onBothSides(ctx, (side) => {
    drawSocket(ctx, units, look);
    ctx.save();
    ctx.beginPath();
    ctx.moveTo(eye.inner.x, eye.inner.y);
    traceUpperLid(ctx, eye);
    traceLowerLid(ctx, eye);
    ctx.clip();
    drawEyeball(ctx, eye, units, look, side);
    ctx.restore();
    drawLids(ctx, eye, units, look);
  });
}

function drawSocket(ctx: Context2D, units: ActionUnits, { skin }: Look): void {
  const frown = units.browLower;
  softSpot(ctx, { x: 34, y: -13, rx: 22, ry: 20, angle: 0.5 }, skin.shade, 0.6 + 0.4 * frown);
  softSpot(ctx, { x: 56, y: -16, rx: 34, ry: 15 }, skin.shade, 0.45 + 0.35 * frown);
  softSpot(ctx, { x: 50, y: 3, rx: 40, ry: 24 }, skin.shade, 0.42);
  const lit = 0.4 * (1 - Math.min(1, frown));
  softSpot(ctx, { x: 60, y: -21, rx: 20, ry: 6, angle: 0.1 }, skin.light, lit);
}

function drawEyeball(ctx: Context2D, eye: Eye, units: ActionUnits, look: Look, side: Side): void {
  const white = ctx.createRadialGradient(CENTRE_X, 3, 4, CENTRE_X, 2, 26);
  white.addColorStop(0, css(mix([250, 247, 244], look.skin.base, 0.06)));
  white.addColorStop(0.6, css(mix([238, 232, 228], look.skin.base, 0.12)));
  white.addColorStop(1, css(mix([190, 172, 166], look.skin.shade, 0.25)));
  ctx.fillStyle = white;
  ctx.fillRect(20, -40, 64, 80);
  const iris = { x: CENTRE_X - 1 + side * 7 * units.gazeSide, y: -1 + 5 * units.gazePitch };
  drawIris(ctx, iris, look.eyes.iris, side);
  // The upper lid's shadow on the ball.
  softSpot(ctx, { x: CENTRE_X, y: -eye.upperOuter - 1, rx: 32, ry: 10 }, BLACK, 0.6);
  softSpot(
    ctx,
    { x: eye.inner.x + 2, y: eye.inner.y, rx: 7, ry: 5 },
    mix(look.skin.blush, WHITE, 0.1),
    0.9,
  );
}
