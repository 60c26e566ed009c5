import type { Size } from '../../core/geometry.ts';
import type { ActionUnits } from './action-units.ts';
import { drawBackground } from './background.ts';
import { drawBeard } from './beard.ts';
import { drawBody } from './body.ts';
import { drawBrows } from './brows.ts';
import { drawEyes } from './eyes.ts';
import { featuresOf } from './features.ts';
import { drawFolds } from './folds.ts';
import { drawGlasses } from './glasses.ts';
import { drawHairBehind, drawHairInFront } from './hair.ts';
import { drawHead, shadeHead, traceHead } from './head.ts';
import type { Look } from './looks.ts';
import { drawMouth } from './mouth.ts';
import { drawNose } from './nose.ts';
import { shifted, type Context2D } from './paint.ts';

/** One picture of somebody: who, and what the face does. */
export interface Pose {
  readonly look: Look;
  readonly units: ActionUnits;
}

/** Draws the whole picture, `size` in pixels of the context. */
export function drawFace(ctx: Context2D, size: Size, pose: Pose): void {
  drawBackground(ctx, size, pose.look);
  ctx.save();
  const scale = size.height / 535;
  ctx.translate(size.width / 2, size.height * 0.44);
  ctx.scale(scale, scale);
  drawPerson(ctx, pose);
  ctx.restore();
}

function drawPerson(ctx: Context2D, { look, units }: Pose): void {
  const features = featuresOf(units, look);
  inHead(ctx, units, 0.4, () => { drawHairBehind(ctx, look); });
  drawBody(ctx, look);
  inHead(ctx, units, 1, () => {
    drawHead(ctx, features, look);
    ctx.save();
    traceHead(ctx, features, look);
    ctx.clip();
    drawInside(ctx, { look, units });
    ctx.restore();
    drawHairInFront(ctx, look);
    shifted(ctx, turn(units, 8), () => { drawGlasses(ctx, look); });
  });
}

/** What lies within the head's outline; the nearer to the viewer, the more it moves as the head turns. */
function drawInside(ctx: Context2D, { look, units }: Pose): void {
  const features = featuresOf(units, look);
  shadeHead(ctx, features, look, units.cheekRaise);
  shifted(ctx, turn(units, 8), () => {
    drawBeard(ctx, features, look);
    drawEyes(ctx, features, units, look);
  });
  shifted(ctx, turn(units, 10), () => {
    drawFolds(ctx, features, units, look);
    drawMouth(ctx, features, look);
    drawBrows(ctx, features, look);
  });
  shifted(ctx, turn(units, 15), () => { drawNose(ctx, features, units, look); });
}

function turn(units: ActionUnits, depth: number) {
  return { x: units.headTurn * depth, y: units.headPitch * depth };
}

/** Within the head's own movement: it turns around the neck. */
function inHead(ctx: Context2D, units: ActionUnits, share: number, draw: () => void): void {
  ctx.save();
  ctx.translate(0, 190);
  ctx.rotate(0.14 * units.headTilt * share);
  ctx.translate(4 * units.headTurn * share, -190 + 4 * units.headPitch * share);
  draw();
  ctx.restore();
}
