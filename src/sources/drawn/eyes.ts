import type { ActionUnits } from './action-units.ts';
import { BLACK, css, mix, WHITE, type Rgb } from './colour.ts';
import type { Features } from './features.ts';
import type { Look } from './looks.ts';
import { crease, onBothSides, softSpot, type Context2D, type Side } from './paint.ts';

const CENTRE_X = 51;
const IRIS = 11.4;

export function drawEyes(ctx: Context2D, features: Features, units: ActionUnits, look: Look): void {
  onBothSides(ctx, (side) => {
    drawSocket(ctx, units, look);
    ctx.save();
    traceEye(ctx, features.eye);
    ctx.clip();
    drawEyeball(ctx, features.eye, units, look, side);
    ctx.restore();
    drawLids(ctx, features.eye, units, look);
  });
}

/** The opening between the lids. */
function traceEye(ctx: Context2D, eye: Features['eye']): void {
  const { inner, outer } = eye;
  const up = -1.34 * eye.upper;
  const down = 1.34 * eye.lower;
  ctx.beginPath();
  ctx.moveTo(inner.x, inner.y);
  ctx.bezierCurveTo(inner.x + 9, inner.y + up, outer.x - 13, outer.y + 1.06 * up, outer.x, outer.y);
  ctx.bezierCurveTo(outer.x - 9, outer.y + down, inner.x + 15, inner.y + down, inner.x, inner.y);
}

function drawSocket(ctx: Context2D, units: ActionUnits, look: Look): void {
  const { skin } = look;
  softSpot(ctx, { x: 34, y: -13, rx: 22, ry: 20, angle: 0.5 }, skin.shade, 0.6 + 0.35 * units.browLower);
  softSpot(ctx, { x: 56, y: -16, rx: 34, ry: 15 }, skin.shade, 0.45 + 0.2 * units.browLower);
  softSpot(ctx, { x: 50, y: 3, rx: 40, ry: 24 }, skin.shade, 0.42);
  softSpot(ctx, { x: 60, y: -21, rx: 20, ry: 6, angle: 0.1 }, skin.light, 0.4 * (1 - units.browLower));
}

function drawEyeball(ctx: Context2D, eye: Features['eye'], units: ActionUnits, look: Look, side: Side): void {
  const white = ctx.createRadialGradient(CENTRE_X, 2, 4, CENTRE_X, 2, 26);
  white.addColorStop(0, 'rgb(252 250 248)');
  white.addColorStop(0.6, 'rgb(240 236 234)');
  white.addColorStop(1, 'rgb(196 180 176)');
  ctx.fillStyle = white;
  ctx.fillRect(20, -40, 64, 80);
  drawIris(ctx, look.eyes.iris, CENTRE_X - 1 + side * 7 * units.gazeSide, -1 + 5 * units.gazePitch, side);
  // The upper lid's shadow on the ball.
  softSpot(ctx, { x: CENTRE_X, y: -eye.upper - 1, rx: 32, ry: 9 }, BLACK, 0.5);
  ctx.beginPath();
  ctx.ellipse(eye.inner.x + 2.5, eye.inner.y, 4, 3, 0, 0, 2 * Math.PI);
  ctx.fillStyle = css(mix(look.skin.blush, WHITE, 0.2), 0.8);
  ctx.fill();
}

function drawIris(ctx: Context2D, colour: Rgb, x: number, y: number, side: Side): void {
  const iris = ctx.createRadialGradient(x, y + 3, 2, x, y, IRIS);
  iris.addColorStop(0, css(mix(colour, WHITE, 0.28)));
  iris.addColorStop(0.55, css(colour));
  iris.addColorStop(0.86, css(mix(colour, BLACK, 0.35)));
  iris.addColorStop(1, css(mix(colour, BLACK, 0.75)));
  disc(ctx, x, y, IRIS, iris);
  disc(ctx, x, y, 5, 'rgb(8 6 6)');
  // The light stands at the same side in both eyes.
  disc(ctx, x - side * 4, y - 4, 2.7, 'rgb(255 255 255 / 0.95)');
  disc(ctx, x + side * 4, y + 4.5, 1.3, 'rgb(255 255 255 / 0.4)');
}

function disc(ctx: Context2D, x: number, y: number, radius: number, fill: string | CanvasGradient): void {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = fill;
  ctx.fill();
}

function drawLids(ctx: Context2D, eye: Features['eye'], units: ActionUnits, look: Look): void {
  const { inner, outer } = eye;
  const { skin, eyes } = look;
  const up = -1.34 * eye.upper;
  const down = 1.34 * eye.lower;
  drawLashes(ctx, eye, look);
  // The fold above the upper lid: lost under a lowered brow.
  const fold = up - 9 - 3 * units.innerBrowRaise + 3 * units.browLower + 2 * units.lidRaise;
  crease(ctx, { from: { x: inner.x - 1, y: inner.y - 7 }, via: { x: 50, y: 1.1 * fold }, to: { x: outer.x + 4, y: outer.y - 4 }, width: 1.5 }, skin.line, 0.55 + 0.3 * units.browLower);
  ctx.strokeStyle = css(skin.line, 0.55);
  ctx.lineWidth = 1.1;
  ctx.beginPath();
  ctx.moveTo(outer.x, outer.y);
  ctx.bezierCurveTo(outer.x - 9, outer.y + down, inner.x + 15, inner.y + down, inner.x, inner.y);
  ctx.stroke();
  // The lower lid bulges when cheeks rise or lids tighten.
  const bulge = Math.min(1, units.cheekRaise + 0.7 * units.lidTighten);
  crease(ctx, { from: { x: 28, y: 9 }, via: { x: 46, y: 21 + 2 * eyes.slant - 2 * bulge }, to: { x: 72, y: 10 }, width: 1.5 }, skin.line, 0.2 + 0.4 * bulge + 0.3 * look.age);
  softSpot(ctx, { x: 50, y: 12.5, rx: 22, ry: 4 }, skin.light, 0.5 * bulge);
}

/** The dark rim of the upper lid, thicker towards its outer end. */
function drawLashes(ctx: Context2D, eye: Features['eye'], { eyes }: Look): void {
  const { inner, outer } = eye;
  const up = -1.34 * eye.upper;
  const rim = 2.6 + 1.6 * eyes.lashes;
  ctx.fillStyle = css([24, 14, 12], 0.92);
  ctx.beginPath();
  ctx.moveTo(inner.x - 1, inner.y + 0.5);
  ctx.bezierCurveTo(inner.x + 9, inner.y + up, outer.x - 13, outer.y + 1.06 * up, outer.x, outer.y + 0.5);
  ctx.lineTo(outer.x + 2 + 4 * eyes.lashes, outer.y - 2 - 3 * eyes.lashes);
  ctx.bezierCurveTo(outer.x - 11, outer.y + 1.06 * up - 1.5 * rim, inner.x + 9, inner.y + up - 1.1 * rim, inner.x - 1, inner.y + 0.5);
  ctx.fill();
}
