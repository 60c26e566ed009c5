import type { Mouth } from './features.ts';
import { traceLipEdge } from './outlines.ts';
import type { Context2D } from './paint.ts';

const TOOTH = 8.7;

/** Both rows, as far as the open mouth shows them; drawn within its outline. */
export function drawTeeth(ctx: Context2D, mouth: Mouth): void {
  const { upperBottom, lowerTop, lowerTeeth } = mouth;
  const gap = lowerTop - upperBottom;
  if (lowerTeeth > 0.05) drawRow(ctx, mouth, lowerTop + 1, lowerTop - 0.45 * gap * lowerTeeth);
  drawRow(
    ctx,
    mouth,
    upperBottom - 1,
    upperBottom + Math.min(15, 1.5 + (0.9 - 0.25 * lowerTeeth) * gap),
  );
}

/** From the gum at `root` to the edge at `tip`, narrowing towards the corners. */
function drawRow(ctx: Context2D, mouth: Mouth, root: number, tip: number): void {
  const { corner } = mouth;
  const enamel = ctx.createLinearGradient(-corner.x, 0, corner.x, 0);
  enamel.addColorStop(0.08, 'rgb(150 130 122)');
  enamel.addColorStop(0.3, 'rgb(244 240 232)');
  enamel.addColorStop(0.68, 'rgb(241 236 228)');
  enamel.addColorStop(0.92, 'rgb(138 118 110)');
  ctx.fillStyle = enamel;
  ctx.beginPath();
  ctx.moveTo(-corner.x, corner.y);
  traceLipEdge(ctx, mouth, root, 1);
  traceLipEdge(ctx, mouth, tip, -1);
  ctx.fill();
  ctx.strokeStyle = 'rgb(110 80 74 / 0.4)';
  ctx.lineWidth = 0.7;
  ctx.stroke();
  ctx.beginPath();
  for (let i = -3; i <= 3; i += 1) {
    const bend = (corner.y - tip) * ((i * TOOTH) / corner.x) ** 2;
    ctx.moveTo(i * TOOTH, root + bend);
    ctx.lineTo(i * TOOTH, tip + bend);
  }
  ctx.stroke();
}
