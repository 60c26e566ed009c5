import { css } from './colour.ts';
import type { Look } from './looks.ts';
import { onBothSides, type Context2D } from './paint.ts';

/** Square frames, worn a little low, so that brows and lids stay visible. */
export function drawGlasses(ctx: Context2D, { glasses }: Look): void {
  if (!glasses) return;
  ctx.strokeStyle = css(glasses);
  ctx.lineWidth = 2.8;
  onBothSides(ctx, () => {
    ctx.beginPath();
    ctx.roundRect(17, -15, 70, 48, [12, 10, 18, 20]);
    ctx.fillStyle = 'rgb(255 255 255 / 0.05)';
    ctx.fill();
    ctx.moveTo(87, -2);
    ctx.lineTo(104, -6);
    ctx.stroke();
  });
  ctx.beginPath();
  ctx.moveTo(-18, 3);
  ctx.quadraticCurveTo(0, -6, 18, 3);
  ctx.stroke();
}
