import type { Point } from '../../core/geometry/shapes.ts';
import { css, mix } from './colour.ts';
import type { Look } from './looks.ts';
import type { Context2D } from './paint.ts';

const HEAD = { x: 0, y: -76, rx: 156, ry: 126 };
const RIM = 44;
const CURLS = 420;
const GOLDEN_ANGLE = 2.399963;

/** The scalloped rim of curly hair. */
export function drawRim(ctx: Context2D, { hair }: Look): void {
  ctx.fillStyle = css(hair.colour);
  ctx.beginPath();
  for (let i = 0; i < RIM; i += 1) {
    const angle = Math.PI * (0.8 + (1.4 * i) / (RIM - 1));
    const radius = 12 + 4 * (i % 3);
    const x = HEAD.x + HEAD.rx * Math.cos(angle);
    const y = HEAD.y + HEAD.ry * Math.sin(angle);
    ctx.moveTo(x + radius, y);
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
  }
  ctx.fill();
}

/** Curls all over the hair, lit from the upper left. */
export function drawCurls(ctx: Context2D, { hair }: Look): void {
  ctx.lineWidth = 1.7;
  for (const lit of [true, false]) {
    ctx.strokeStyle = css(mix(hair.colour, hair.shine, lit ? 0.85 : 0.4), 0.7);
    ctx.beginPath();
    CURL_POINTS.filter(({ x, y }) => x + y < -120 === lit).forEach(({ x, y }, i) => {
      const turn = (i % 5) * 0.5;
      ctx.moveTo(x + 5 * Math.cos(turn), y + 5 * Math.sin(turn));
      ctx.arc(x, y, 5, turn, turn - 0.8 * Math.PI, true);
    });
    ctx.stroke();
  }
}

/** Spread evenly by the golden angle; none on the face. */
const CURL_POINTS: readonly Point[] = Array.from({ length: CURLS }, (_, i) => {
  const radius = Math.sqrt((i + 0.5) / CURLS);
  return {
    x: HEAD.x + HEAD.rx * radius * Math.cos(i * GOLDEN_ANGLE),
    y: HEAD.y + HEAD.ry * radius * Math.sin(i * GOLDEN_ANGLE),
  };
}).filter(({ x, y }) => y < 10 && (x / 124) ** 2 + (y / 131) ** 2 > 1);
