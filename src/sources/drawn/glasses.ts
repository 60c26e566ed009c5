import { css } from './colour.ts';
import type { Look } from './looks.ts';
import { onBothSides, type Context2D } from './paint.ts';

/** Thin frames, worn a little low, so that brows and lids stay visible. */
export function drawGlasses(ctx: Context2D, look: Look): void {
  if (!look.glasses) return;
  const { colour, shape } = look.glasses;
  ctx.strokeStyle = css(colour);
  ctx.lineWidth = 3.6;
  onBothSides(ctx, () => {
    ctx.beginPath();
    if (shape === 'round') ctx.ellipse(51, 5, 32, 30, 0, 0, 2 * Math.PI);
    else ctx.roundRect(17, -20, 70, 48, [12, 10, 18, 20]);
    ctx.fillStyle = 'rgb(255 255 255 / 0.05)';
    ctx.fill();
    ctx.stroke();
    ctx.beginPath();
    ctx.moveTo(shape === 'round' ? 82 : 87, -4);
    ctx.lineTo(106, -8);
    ctx.stroke();
  });
  ctx.beginPath();
  ctx.moveTo(-18, 0);
  ctx.quadraticCurveTo(0, -9, 18, 0);
  ctx.stroke();
}
