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
  ctx.save();
  ctx.clip();
  softSpot(ctx, { x: 4, y: 170, rx: 88, ry: 50 }, skin.line, 0.75);
  ctx.restore();
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
  else ctx.lineTo(0, 272);
  ctx.lineTo(98, 224);
  ctx.bezierCurveTo(190, 244, 254, 268, 260, 360);
  ctx.fill();
  if (collar === 'shirt') drawCollar(ctx, look);
}

/** The two wings of a shirt's collar, and its buttoned front. */
function drawCollar(ctx: Context2D, { clothes }: Look): void {
  ctx.strokeStyle = css(mix(clothes.colour, BLACK, 0.4), 0.7);
  ctx.lineWidth = 1.6;
  ctx.beginPath();
  ctx.moveTo(3, 272);
  ctx.lineTo(5, 340);
  ctx.stroke();
  onBothSides(ctx, () => {
    ctx.beginPath();
    ctx.moveTo(66, 198);
    ctx.lineTo(99, 222);
    ctx.lineTo(58, 290);
    ctx.lineTo(0, 268);
    ctx.quadraticCurveTo(52, 246, 66, 198);
    ctx.fillStyle = css(mix(clothes.colour, WHITE, 0.22));
    ctx.fill();
    ctx.stroke();
  });
}
