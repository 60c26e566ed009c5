import type { Point, Size } from '../../core/geometry/shapes.ts';
import type { ActionUnits } from './action-units.ts';
import { drawBeard } from './beard.ts';
import { drawBody } from './body.ts';
import { drawBrows } from './brows.ts';
import { drawEyes } from './eyes.ts';
import { faceOrigin, faceScale } from './framing.ts';
import { featuresOf, type Features } from './features.ts';
import { drawGlasses } from './glasses.ts';
import { drawHairBehind } from './hair.ts';
import { drawHead, shadeHead, traceHead } from './head.ts';
import { drawLowerFolds } from './lower-folds.ts';
import { drawMouth } from './mouth.ts';
import { drawNose } from './nose.ts';
import { shifted, type Context2D } from './paint.ts';
import { FRESH_PARTS, type StillParts } from './still-parts.ts';
import { drawUpperFolds } from './upper-folds.ts';
import type { Pose } from './pose.ts';

/** Draws the whole picture, `size` in pixels of the context. */
export function drawFace(
  ctx: Context2D,
  size: Size,
  pose: Pose,
  still: StillParts = FRESH_PARTS,
): void {
  const scale = faceScale(size);
  still.background(ctx, size, pose.look);
  shifted(ctx, faceOrigin(size), () => {
    ctx.scale(scale, scale);
    drawPerson(ctx, pose, still);
  });
}

function drawPerson(ctx: Context2D, { look, units }: Pose, still: StillParts): void {
  const features = featuresOf(units, look);
  inHead(ctx, units, () => {
    drawHairBehind(ctx, look);
  });
  drawBody(ctx, look);
  inHead(ctx, units, () => {
    drawHead(ctx, features, look);
    ctx.save();
    traceHead(ctx, features.jaw, look);
    // Not longer than needed: a clip doubles the cost of what is drawn in it.
    ctx.clip();
    shadeHead(ctx, features, look, units.cheekRaise);
    drawBeard(ctx, features, look);
    ctx.restore();
    drawParts(ctx, { look, units }, features);
    still.hair(ctx, look);
  });
}

/** The parts of the face; the nearer to the viewer, the more they move as the head turns. */
function drawParts(ctx: Context2D, { look, units }: Pose, features: Features): void {
  shifted(ctx, turned(units, 8), () => {
    drawEyes(ctx, features, units, look);
  });
  shifted(ctx, turned(units, 10), () => {
    drawUpperFolds(ctx, features, units, look);
    drawLowerFolds(ctx, features, units, look);
    drawMouth(ctx, features, look);
    drawBrows(ctx, features, look);
  });
  shifted(ctx, turned(units, 15), () => {
    drawNose(ctx, features, units, look);
  });
  shifted(ctx, turned(units, 8), () => {
    drawGlasses(ctx, look);
  });
}

/** How far something `depth` face units before the head's axis moves with it. */
function turned(units: ActionUnits, depth: number): Point {
  return { x: units.headTurn * depth, y: units.headPitch * depth };
}

/** Draws within the head's own movement: it turns around the neck. */
function inHead(ctx: Context2D, units: ActionUnits, draw: () => void): void {
  ctx.save();
  ctx.translate(0, NECK);
  ctx.rotate(0.14 * units.headTilt);
  ctx.translate(4 * units.headTurn, 4 * units.headPitch - NECK);
  draw();
  ctx.restore();
}

const NECK = 190;
