import type { ActionUnits } from './action-units.ts';
import { css } from './colour.ts';
import { traceLowerLid, traceUpperLid } from './outlines.ts';
import type { Eye } from './features.ts';
import type { Look } from './looks.ts';
import { crease, softSpot, type Context2D } from './paint.ts';

/** The rims of one eye and the folds that its lids make. */
export function drawLids(ctx: Context2D, eye: Eye, units: ActionUnits, look: Look): void {
  drawUpperFold(ctx, eye, units, look);
  drawLashes(ctx, eye, look);
  ctx.strokeStyle = css(look.skin.line, 0.6);
  ctx.lineWidth = 1.2;
  ctx.beginPath();
  ctx.moveTo(eye.outer.x, eye.outer.y);
  traceLowerLid(ctx, eye);
  ctx.stroke();
  drawLowerFold(ctx, eye, units, look);
}

/** The fold above the upper lid: pressed onto it by a lowered brow. */
function drawUpperFold(ctx: Context2D, eye: Eye, units: ActionUnits, { skin }: Look): void {
  const { inner, outer } = eye;
  const gap = 8 + 3 * units.innerBrowRaise - 4 * units.browLower + 2 * units.lidRaise;
  const middle = -0.7 * (eye.upperInner + eye.upperOuter) - Math.max(3, gap);
  const arc = [inner.x - 1, inner.y - 7, 50, middle, outer.x + 4, outer.y - 4] as const;
  crease(ctx, arc, 1.5, skin.line, 0.55 + 0.4 * units.browLower);
}

/** The dark rim of the upper lid, thicker towards its outer end. */
function drawLashes(ctx: Context2D, eye: Eye, { eyes }: Look): void {
  const { inner, outer } = eye;
  const rim = 3 + 1.6 * eyes.lashes;
  ctx.fillStyle = css([24, 14, 12], 0.92);
  ctx.beginPath();
  ctx.moveTo(inner.x - 1, inner.y + 0.5);
  traceUpperLid(ctx, eye);
  const wing = { x: outer.x + 2 + 4 * eyes.lashes, y: outer.y - 2 - 3 * eyes.lashes };
  ctx.lineTo(wing.x, wing.y);
  ctx.bezierCurveTo(
    outer.x - 11,
    outer.y - 1.42 * eye.upperOuter - 1.5 * rim,
    inner.x + 9,
    inner.y - 1.34 * eye.upperInner - 1.1 * rim,
    inner.x - 1,
    inner.y + 0.5,
  );
  ctx.fill();
}

/** Under the eye: a bulge when cheeks rise or lids tighten, a bag with age. */
function drawLowerFold(ctx: Context2D, eye: Eye, units: ActionUnits, { skin, age }: Look): void {
  const bulge = Math.min(1, units.cheekRaise + 0.7 * units.lidTighten);
  const y = eye.lower + 8;
  softSpot(ctx, { x: 50, y: y - 3, rx: 22, ry: 4.5 }, skin.light, 0.55 * bulge);
  crease(ctx, [28, y - 6, 46, y + 6, 72, y - 5], 1.5, skin.line, 0.18 + 0.45 * bulge + 0.3 * age);
}
