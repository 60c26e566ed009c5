import { css, mix, BLACK, WHITE } from './colour.ts';
import type { Features, Mouth } from './features.ts';
import type { Look } from './looks.ts';
import { traceLipEdge } from './outlines.ts';
import { onBothSides, softSpot, type Context2D } from './paint.ts';
import { drawTeeth } from './teeth.ts';

export function drawMouth(ctx: Context2D, { mouth }: Features, look: Look): void {
  softSpot(ctx, { x: 0, y: mouth.lowerBottom + 6, rx: 34, ry: 9 }, look.skin.shade, 0.75);
  if (mouth.lowerTop - mouth.upperBottom > 0.8) drawOpening(ctx, mouth);
  drawUpperLip(ctx, mouth, look);
  drawLowerLip(ctx, mouth, look);
  drawSeam(ctx, mouth, look);
}

function drawOpening(ctx: Context2D, mouth: Mouth): void {
  const gap = mouth.lowerTop - mouth.upperBottom;
  ctx.save();
  ctx.beginPath();
  ctx.moveTo(-mouth.corner.x, mouth.corner.y);
  traceLipEdge(ctx, mouth, mouth.upperBottom, 1);
  traceLipEdge(ctx, mouth, mouth.lowerTop, -1);
  ctx.fillStyle = 'rgb(58 16 18)';
  ctx.fill();
  ctx.clip();
  softSpot(ctx, { x: 0, y: mouth.lowerTop + 1, rx: 26, ry: gap * 0.6 }, [176, 78, 80], 0.8);
  drawTeeth(ctx, mouth);
  softSpot(ctx, { x: 0, y: mouth.upperBottom - 2, rx: 60, ry: 8 }, BLACK, 0.35);
  ctx.restore();
}

function drawUpperLip(ctx: Context2D, mouth: Mouth, { skin }: Look): void {
  const { corner, upperTop, upperBottom } = mouth;
  const { x, y } = corner;
  const bow = upperTop + (y - upperTop) * 0.2;
  ctx.beginPath();
  ctx.moveTo(-x, y);
  ctx.bezierCurveTo(-x * 0.6, bow, -13, upperTop - 2, -7, upperTop - 1);
  ctx.quadraticCurveTo(0, upperTop + 3, 7, upperTop - 1);
  ctx.bezierCurveTo(13, upperTop - 2, x * 0.6, bow, x, y);
  traceLipEdge(ctx, mouth, upperBottom, -1);
  const tone = ctx.createLinearGradient(0, upperTop, 0, upperBottom + 2);
  tone.addColorStop(0, css(mix(skin.lips, skin.base, 0.25)));
  tone.addColorStop(1, css(mix(skin.lips, BLACK, 0.28)));
  ctx.fillStyle = tone;
  ctx.fill();
}

function drawLowerLip(ctx: Context2D, mouth: Mouth, { skin }: Look): void {
  const { corner, lowerTop, lowerBottom } = mouth;
  ctx.beginPath();
  ctx.moveTo(-corner.x, corner.y);
  traceLipEdge(ctx, mouth, lowerTop, 1);
  const bottom = corner.y + (lowerBottom - corner.y) / 0.75;
  const reach = corner.x * (0.6 + 0.2 * mouth.square);
  ctx.bezierCurveTo(reach, bottom, -reach, bottom, -corner.x, corner.y);
  const tone = ctx.createLinearGradient(0, lowerTop, 0, lowerBottom);
  tone.addColorStop(0, css(mix(skin.lips, BLACK, 0.12)));
  tone.addColorStop(0.5, css(mix(skin.lips, WHITE, 0.12)));
  tone.addColorStop(1, css(mix(skin.lips, skin.shade, 0.4)));
  ctx.fillStyle = tone;
  ctx.fill();
  softSpot(ctx, { x: -4, y: (lowerTop + lowerBottom) / 2, rx: 17, ry: 3.6 }, WHITE, 0.36);
}

/** The line between the lips, and the shade at its ends. */
function drawSeam(ctx: Context2D, mouth: Mouth, { skin }: Look): void {
  const { corner, upperBottom, lowerTop } = mouth;
  ctx.strokeStyle = css(mix(skin.line, BLACK, 0.35), 0.85);
  ctx.lineWidth = lowerTop - upperBottom < 2 ? 2.2 : 0.8;
  ctx.beginPath();
  ctx.moveTo(-corner.x, corner.y);
  traceLipEdge(ctx, mouth, upperBottom, 1);
  ctx.stroke();
  onBothSides(ctx, () => {
    softSpot(ctx, { x: corner.x, y: corner.y + 0.5, rx: 6, ry: 5 }, skin.line, 0.5);
  });
}
