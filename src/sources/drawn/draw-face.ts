import type { Point, Size } from '../../core/geometry.ts';
import type { ActionUnits } from './action-units.ts';
import { drawWall, type Background } from './background.ts';
import { drawBeard } from './beard.ts';
import { drawBody } from './body.ts';
import { drawBrows } from './brows.ts';
import { drawEyes } from './eyes.ts';
import { featuresOf, type Features } from './features.ts';
import { drawGlasses } from './glasses.ts';
import { drawHairBehind, drawHairInFront, drawHairShadow } from './hair.ts';
import { drawHead, shadeHead, traceHead } from './head.ts';
import { drawLowerFolds } from './lower-folds.ts';
import { drawMouth } from './mouth.ts';
import { drawNose } from './nose.ts';
import { shifted, type Context2D } from './paint.ts';
import { drawUpperFolds } from './upper-folds.ts';
import type { Pose } from './pose.ts';

/** Heights of the picture: what it shows of a person, in face units, and where the eyes are. */
const SHOWN = 535;
const EYE_LEVEL = 0.44;

/** Draws the whole picture, `size` in pixels of the context. */
export function drawFace(
  ctx: Context2D,
  size: Size,
  pose: Pose,
  drawBackground: Background = drawWall,
): void {
  drawBackground(ctx, size, pose.look);
  const scale = size.height / SHOWN;
  ctx.save();
  ctx.translate(size.width / 2, size.height * EYE_LEVEL);
  ctx.scale(scale, scale);
  drawPerson(ctx, pose);
  ctx.restore();
}

function drawPerson(ctx: Context2D, { look, units }: Pose): void {
  const features = featuresOf(units, look);
  inHead(ctx, units, 0.4, () => {
    drawHairBehind(ctx, look);
  });
  drawBody(ctx, look);
  inHead(ctx, units, 1, () => {
    drawHead(ctx, features, look);
    ctx.save();
    traceHead(ctx, features, look);
    ctx.clip();
    drawInside(ctx, { look, units }, features);
    ctx.restore();
    drawHairInFront(ctx, look);
    shifted(ctx, turn(units, 8), () => {
      drawGlasses(ctx, look);
    });
  });
}

/** What lies within the head's outline; the nearer to the viewer, the more it moves as the head turns. */
function drawInside(ctx: Context2D, { look, units }: Pose, features: Features): void {
  shadeHead(ctx, features, look, units.cheekRaise);
  drawHairShadow(ctx, look);
  shifted(ctx, turn(units, 8), () => {
    drawBeard(ctx, features, look);
    drawEyes(ctx, features, units, look);
  });
  shifted(ctx, turn(units, 10), () => {
    drawUpperFolds(ctx, features, units, look);
    drawLowerFolds(ctx, features, units, look);
    drawMouth(ctx, features, look);
    drawBrows(ctx, features, look);
  });
  shifted(ctx, turn(units, 15), () => {
    drawNose(ctx, features, units, look);
  });
}

function turn(units: ActionUnits, depth: number): Point {
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
