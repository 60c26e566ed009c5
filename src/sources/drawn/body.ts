import { BLACK, css, mix, WHITE } from './colour.ts';
import type { Look } from './looks.ts';
import { onBothSides, softSpot, type Context2D } from './paint.ts';

/** Neck and shoulders, down to where the picture ends. */
export function drawBody(ctx: Context2D, look: Look): void {
  drawNeck(ctx, look);
  drawClothes(ctx, look);
}

function drawNeck(ctx: Context2D, look: Look): void {
  const { skin } = look;
  const half = 62 * look.jaw;
  const tone = ctx.createLinearGradient(-half, 0, half, 0);
  tone.addColorStop(0, css(mix(skin.base, skin.shade, 0.8)));
  tone.addColorStop(0.4, css(mix(skin.base, skin.shade, 0.3)));
  tone.addColorStop(1, css(mix(skin.shade, skin.line, 0.15)));
  ctx.fillStyle = tone;
  ctx.beginPath();
  ctx.moveTo(-half, 90);
  ctx.bezierCurveTo(-half, 170, -half, 205, -half - 40, 232);
  ctx.lineTo(-150, 330);
  ctx.lineTo(150, 330);
  ctx.lineTo(half + 40, 232);
  ctx.bezierCurveTo(half, 205, half, 170, half, 90);
  ctx.fill();
  softSpot(ctx, { x: 4, y: 176, rx: 84, ry: 48 }, skin.line, 0.75);
}

function drawClothes(ctx: Context2D, look: Look): void {
  const { colour, collar } = look.clothes;
  const tone = ctx.createLinearGradient(-240, 200, 240, 330);
  tone.addColorStop(0, css(mix(colour, WHITE, 0.14)));
  tone.addColorStop(0.5, css(colour));
  tone.addColorStop(1, css(mix(colour, BLACK, 0.3)));
  ctx.fillStyle = tone;
  ctx.beginPath();
  ctx.moveTo(-260, 360);
  ctx.bezierCurveTo(-254, 268, -190, 244, -98, 224);
  if (collar === 'round') ctx.bezierCurveTo(-70, 286, 70, 286, 98, 224);
  else ctx.lineTo(0, 330);
  ctx.lineTo(98, 224);
  ctx.bezierCurveTo(190, 244, 254, 268, 260, 360);
  ctx.fill();
  if (collar === 'shirt') drawCollar(ctx, look);
}

function drawCollar(ctx: Context2D, look: Look): void {
  onBothSides(ctx, () => {
    ctx.beginPath();
    ctx.moveTo(70, 206);
    ctx.lineTo(100, 222);
    ctx.lineTo(66, 292);
    ctx.lineTo(10, 300);
    ctx.fillStyle = css(mix(look.clothes.colour, WHITE, 0.28));
    ctx.fill();
  });
}
