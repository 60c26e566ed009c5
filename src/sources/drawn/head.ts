import type { Features } from './features.ts';
import { BLACK, css, mix, WHITE, type Rgb } from './colour.ts';
import { HAIR } from './hair-styles.ts';
import type { Look } from './looks.ts';
import { onBothSides, softSpot, type Context2D, type Side } from './paint.ts';

/** The outline of the head, from the crown down to the chin, which is `jaw` lower than at rest. */
export function traceHead(ctx: Context2D, jaw: number, look: Look): void {
  const cheek = 97 * (0.4 + 0.6 * look.jaw);
  const angle = 70 * look.jaw;
  const chin = 24 * look.jaw;
  ctx.beginPath();
  ctx.moveTo(0, -160);
  for (const side of [1, -1] as const) {
    const x = (value: number) => side * value;
    if (side === -1) ctx.moveTo(0, -160);
    ctx.bezierCurveTo(x(66), -160, x(105), -112, x(106), -40);
    ctx.bezierCurveTo(x(106), 10, x(104), 60, x(cheek), 94 + 0.4 * jaw);
    ctx.bezierCurveTo(x(cheek - 7), 122 + 0.7 * jaw, x(angle - 10), 160 + jaw, x(chin), 171 + jaw);
    ctx.bezierCurveTo(x(chin * 0.5), 175.5 + jaw, x(chin * 0.2), 176 + jaw, 0, 176 + jaw);
    ctx.lineTo(0, -160);
  }
}

/** Skin with its own light: from the upper left, darker towards every edge. */
export function drawHead(ctx: Context2D, features: Features, look: Look): void {
  const { skin } = look;
  if (!HAIR[look.hair.style].coversEars) drawEars(ctx, look);
  const light = ctx.createRadialGradient(-22, -34, 12, -4, 10, 214);
  light.addColorStop(0, css(skin.light));
  light.addColorStop(0.42, css(skin.base));
  light.addColorStop(0.78, css(mix(skin.base, skin.shade, 0.62)));
  light.addColorStop(1, css(skin.shade));
  traceHead(ctx, features.jaw, look);
  ctx.fillStyle = light;
  ctx.fill();
}

function drawEars(ctx: Context2D, { skin, earrings }: Look): void {
  onBothSides(ctx, (side) => {
    ctx.beginPath();
    ctx.moveTo(98, 0);
    ctx.bezierCurveTo(108, -26, 128, -20, 124, 12);
    ctx.bezierCurveTo(122, 34, 116, 58, 104, 58);
    ctx.bezierCurveTo(98, 58, 98, 40, 98, 0);
    ctx.fillStyle = css(mix(skin.base, skin.shade, 0.45));
    ctx.fill();
    softSpot(ctx, { x: 110, y: 14, rx: 8, ry: 22, angle: 0.15 }, skin.line, 0.45);
    if (earrings) drawEarring(ctx, earrings, side);
  });
}

function drawEarring(ctx: Context2D, colour: Rgb, side: Side): void {
  ctx.beginPath();
  ctx.arc(110, 61, 5.5, 0, 2 * Math.PI);
  ctx.fillStyle = css(mix(colour, BLACK, 0.1));
  ctx.fill();
  softSpot(ctx, { x: 110 - side * 2, y: 59, rx: 4, ry: 4 }, WHITE, 0.8);
}

/** Cheeks, temples, forehead and chin: what makes a flat outline round. */
export function shadeHead(
  ctx: Context2D,
  features: Features,
  look: Look,
  cheekRaise: number,
): void {
  const { skin } = look;
  const { jaw } = features;
  softSpot(ctx, { x: -20, y: -88, rx: 74, ry: 44 }, skin.light, 0.6);
  onBothSides(ctx, (side) => {
    softSpot(
      ctx,
      { x: 104, y: 60, rx: 34, ry: 120, angle: 0.12 },
      skin.shade,
      side > 0 ? 0.65 : 0.4,
    );
    softSpot(ctx, { x: 98, y: -60, rx: 26, ry: 70 }, skin.shade, 0.35);
    softSpot(
      ctx,
      { x: 62, y: 52 - 7 * cheekRaise, rx: 36, ry: 28 },
      skin.blush,
      0.24 + 0.12 * cheekRaise,
    );
    softSpot(
      ctx,
      { x: 60, y: 36 - 8 * cheekRaise, rx: 28, ry: 15, angle: -0.25 },
      skin.light,
      (side < 0 ? 0.6 : 0.35) + 0.3 * cheekRaise,
    );
    softSpot(ctx, { x: 60, y: 152 + jaw, rx: 40, ry: 32, angle: -0.6 }, skin.shade, 0.5);
  });
  softSpot(ctx, { x: -3, y: 154 + jaw, rx: 24, ry: 15 }, skin.light, 0.5);
  softSpot(ctx, { x: 0, y: 181 + jaw, rx: 52, ry: 16 }, skin.shade, 0.6);
}
