import { css } from './colour.ts';
import type { Look } from './looks.ts';
import { onBothSides, type Context2D } from './paint.ts';

/** Square frames, worn a little low, so that brows and lids stay visible. */
export function drawGlasses(ctx: Context2D, { glasses }: Look): void {
  if (!glasses) return;
  ctx.strokeStyle = css(glasses);
  ctx.lineWidth = 3.4;
  onBothSides(ctx, () => {
    ctx.beginPath();
    ctx.roundRect(17, -19, 70, 48, [12, 10, 18, 20]);
    ctx.fillStyle = 'rgb(255 255 255 / 0.05)';
    ctx.fill();
    ctx.moveTo(87, -4);
    ctx.lineTo(104, -7);
    ctx.stroke();
  });
  ctx.beginPath();
  ctx.moveTo(-18, 0);
  ctx.quadraticCurveTo(0, -9, 18, 0);
  ctx.stroke();
}
