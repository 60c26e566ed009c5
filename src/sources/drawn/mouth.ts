import { BLACK, css, mix, WHITE } from './colour.ts';
import type { Features, Mouth } from './features.ts';
import type { Look } from './looks.ts';
import { onBothSides, softSpot, type Context2D } from './paint.ts';

export function drawMouth(ctx: Context2D, features: Features, look: Look): void {
  const { mouth } = features;
  softSpot(ctx, { x: 0, y: mouth.lowerBottom + 6, rx: 34, ry: 9 }, look.skin.shade, 0.75);
  drawInside(ctx, mouth);
  drawUpperLip(ctx, mouth, look);
  drawLowerLip(ctx, mouth, look);
  drawCorners(ctx, mouth, look);
}

/** The opening between the lips; `bend` lowers its upper edge between middle and corner. */
function traceOpening(ctx: Context2D, { corner, upperBottom, lowerTop }: Mouth): void {
  const x = corner.x - 2;
  const up = 2 * upperBottom - corner.y;
  const down = 2 * lowerTop - corner.y;
  ctx.beginPath();
  ctx.moveTo(-x, corner.y);
  ctx.quadraticCurveTo(0, up, x, corner.y);
  ctx.quadraticCurveTo(0, down, -x, corner.y);
}

function drawInside(ctx: Context2D, mouth: Mouth): void {
  const gap = mouth.lowerTop - mouth.upperBottom;
  if (gap < 0.8) return;
  ctx.save();
  traceOpening(ctx, mouth);
  ctx.fillStyle = 'rgb(58 16 18)';
  ctx.fill();
  ctx.clip();
  softSpot(ctx, { x: 0, y: mouth.lowerTop + 1, rx: 26, ry: gap * 0.6 }, [176, 78, 80], 0.8);
  drawTeeth(ctx, mouth, gap);
  softSpot(ctx, { x: 0, y: mouth.upperBottom - 2, rx: 60, ry: 8 }, BLACK, 0.35);
  ctx.restore();
}

function drawTeeth(ctx: Context2D, { corner, upperBottom, lowerTop }: Mouth, gap: number): void {
  const width = corner.x - 5;
  const length = Math.min(15, 2 + gap * 0.95);
  const edge = upperBottom + length;
  const ends = (upperBottom + corner.y) / 2;
  const shine = ctx.createLinearGradient(-width, 0, width, 0);
  shine.addColorStop(0, 'rgb(176 162 152)');
  shine.addColorStop(0.25, 'rgb(246 242 234)');
  shine.addColorStop(0.7, 'rgb(244 240 232)');
  shine.addColorStop(1, 'rgb(166 152 144)');
  ctx.fillStyle = shine;
  ctx.beginPath();
  ctx.moveTo(-width, ends - 8);
  ctx.lineTo(width, ends - 8);
  ctx.quadraticCurveTo(width * 0.6, edge, 0, edge);
  ctx.quadraticCurveTo(-width * 0.6, edge, -width, ends - 8);
  ctx.fill();
  ctx.strokeStyle = 'rgb(120 96 88 / 0.3)';
  ctx.lineWidth = 0.7;
  ctx.beginPath();
  for (const x of [-26, -17.5, -9, 0, 9, 17.5, 26]) {
    ctx.moveTo(x, edge - length - 3);
    ctx.lineTo(x, edge - Math.abs(x) * 0.14);
  }
  ctx.stroke();
  void lowerTop;
}

function drawUpperLip(ctx: Context2D, mouth: Mouth, look: Look): void {
  const { corner, upperTop, upperBottom } = mouth;
  const { lips } = look.skin;
  const x = corner.x;
  ctx.beginPath();
  ctx.moveTo(-x, corner.y);
  ctx.bezierCurveTo(-x * 0.55, upperTop + (corner.y - upperTop) * 0.25, -12, upperTop - 2, -7, upperTop - 1);
  ctx.quadraticCurveTo(0, upperTop + 3.4, 7, upperTop - 1);
  ctx.bezierCurveTo(12, upperTop - 2, x * 0.55, upperTop + (corner.y - upperTop) * 0.25, x, corner.y);
  ctx.quadraticCurveTo(0, 2 * upperBottom - corner.y, -x, corner.y);
  const tone = ctx.createLinearGradient(0, upperTop, 0, upperBottom + 2);
  tone.addColorStop(0, css(mix(lips, look.skin.base, 0.25)));
  tone.addColorStop(1, css(mix(lips, BLACK, 0.28)));
  ctx.fillStyle = tone;
  ctx.fill();
}

function drawLowerLip(ctx: Context2D, mouth: Mouth, look: Look): void {
  const { corner, lowerTop, lowerBottom } = mouth;
  const { lips } = look.skin;
  const x = corner.x - 2;
  const bottom = corner.y + (lowerBottom - corner.y) * 1.33;
  ctx.beginPath();
  ctx.moveTo(-x, corner.y);
  ctx.quadraticCurveTo(0, 2 * lowerTop - corner.y, x, corner.y);
  ctx.bezierCurveTo(x * 0.62, bottom, -x * 0.62, bottom, -x, corner.y);
  const tone = ctx.createLinearGradient(0, lowerTop, 0, lowerBottom);
  tone.addColorStop(0, css(mix(lips, BLACK, 0.12)));
  tone.addColorStop(0.5, css(mix(lips, WHITE, 0.12)));
  tone.addColorStop(1, css(mix(lips, look.skin.shade, 0.4)));
  ctx.fillStyle = tone;
  ctx.fill();
  softSpot(ctx, { x: -4, y: (lowerTop + lowerBottom) / 2, rx: 17, ry: 3.6 }, WHITE, 0.36);
}

/** The line between closed lips, and the shade at the mouth's ends. */
function drawCorners(ctx: Context2D, mouth: Mouth, look: Look): void {
  const { corner, upperBottom, lowerTop } = mouth;
  ctx.strokeStyle = css(mix(look.skin.line, BLACK, 0.35), 0.85);
  ctx.lineWidth = lowerTop - upperBottom < 2 ? 2.2 : 0.8;
  ctx.beginPath();
  ctx.moveTo(-corner.x, corner.y);
  ctx.quadraticCurveTo(0, 2 * upperBottom - corner.y, corner.x, corner.y);
  ctx.stroke();
  onBothSides(ctx, () => {
    softSpot(ctx, { x: corner.x + 1, y: corner.y + 1, rx: 8, ry: 7 }, look.skin.line, 0.6);
  });
}
