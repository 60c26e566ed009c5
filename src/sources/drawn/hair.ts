import { BLACK, css, mix } from './colour.ts';
import { drawCurls, drawRim } from './curls.ts';
import { HAIR, type Curve, type Lock } from './hair-styles.ts';
import { traceHead } from './head.ts';
import type { Look } from './looks.ts';
import type { Context2D } from './paint.ts';

const STRANDS = 22;

export function drawHairBehind(ctx: Context2D, look: Look): void {
  const hair = HAIR[look.hair.style];
  if (!hair.behind) return;
  ctx.fillStyle = css(mix(look.hair.colour, BLACK, hair.curly ? 0 : 0.35));
  ctx.beginPath();
  traceCurve(ctx, hair.behind);
  ctx.fill();
  if (hair.curly) drawRim(ctx, look);
}

export function drawHairInFront(ctx: Context2D, look: Look): void {
  const hair = HAIR[look.hair.style];
  drawShadow(ctx, look);
  if (hair.cap) drawCap(ctx, hair.cap, look);
  if (hair.curly) drawCurls(ctx, look);
  for (const lock of hair.locks) drawLock(ctx, lock, look);
}

function traceCurve(ctx: Context2D, { start, pieces }: Curve): void {
  ctx.moveTo(...start);
  for (const piece of pieces) ctx.bezierCurveTo(...piece);
}

/** The hair's shadow on the skin. */
function drawShadow(ctx: Context2D, look: Look): void {
  const { skin } = look;
  const { cap, locks } = HAIR[look.hair.style];
  ctx.save();
  traceHead(ctx, 0, look);
  ctx.clip();
  ctx.strokeStyle = css(mix(skin.shade, skin.line, 0.3), 0.075);
  ctx.beginPath();
  if (cap) traceCurve(ctx, cap);
  for (const { near } of locks) traceCurve(ctx, near);
  ctx.lineCap = 'round';
  for (let width = 4; width <= 32; width += 4) {
    ctx.lineWidth = width;
    ctx.stroke();
  }
  ctx.restore();
}

/** Short hair, thinning out above the ears. */
function drawCap(ctx: Context2D, cap: Curve, look: Look): void {
  const { colour, shine, style } = look.hair;
  const fade = ctx.createLinearGradient(0, -176, 0, 4);
  fade.addColorStop(0, css(mix(colour, shine, HAIR[style].curly ? 0.06 : 0.3)));
  fade.addColorStop(0.3, css(colour));
  fade.addColorStop(0.65, css(colour, 0.92));
  fade.addColorStop(1, css(colour, 0.1));
  ctx.fillStyle = fade;
  ctx.beginPath();
  traceCurve(ctx, cap);
  ctx.fill();
}

function drawLock(ctx: Context2D, lock: Lock, look: Look): void {
  const { colour, shine } = look.hair;
  ctx.fillStyle = css(mix(colour, BLACK, 0.12));
  ctx.beginPath();
  traceLock(ctx, lock);
  ctx.fill();
  const gleam = ctx.createLinearGradient(0, -190, 0, 230);
  for (const [at, alpha] of GLEAM) gleam.addColorStop(at, css(shine, alpha));
  drawStrands(ctx, lock, gleam, 2.6, 0.02);
  drawStrands(ctx, lock, css(mix(colour, BLACK, 0.6), 0.45), 1.2, 0.05);
}

/** How bright hair is from the crown down: lit where it bends. */
const GLEAM = [
  [0, 0.1],
  [0.13, 0.75],
  [0.3, 0.15],
  [0.5, 0.12],
  [0.72, 0.55],
  [1, 0.05],
] as const;

function traceLock(ctx: Context2D, { near, far }: Lock): void {
  traceCurve(ctx, far);
  const back = reversed(near);
  ctx.lineTo(...back.start);
  for (const piece of back.pieces) ctx.bezierCurveTo(...piece);
}

function drawStrands(
  ctx: Context2D,
  { near, far }: Lock,
  style: string | CanvasGradient,
  width: number,
  offset: number,
): void {
  ctx.strokeStyle = style;
  ctx.lineWidth = width;
  ctx.beginPath();
  for (let i = 0; i < STRANDS; i += 1) {
    const share = offset + ((1 - offset) * (i + 0.35 * (i % 3))) / STRANDS;
    traceCurve(ctx, between(near, far, Math.min(1, share)));
  }
  ctx.stroke();
}

function between(a: Curve, b: Curve, share: number): Curve {
  const at = (from: number, to: number | undefined) => from + ((to ?? from) - from) * share;
  return {
    start: [at(a.start[0], b.start[0]), at(a.start[1], b.start[1])],
    pieces: a.pieces.map(
      (piece, i) =>
        piece.map((value, k) => at(value, b.pieces[i]?.[k])) as unknown as Curve['pieces'][number],
    ),
  };
}

function reversed({ start, pieces }: Curve): Curve {
  const ends = [start, ...pieces.map((p) => [p[4], p[5]] as const)];
  return {
    start: ends[ends.length - 1] ?? start,
    pieces: pieces
      .map((p, i) => [p[2], p[3], p[0], p[1], ...(ends[i] ?? start)] as const)
      .reverse(),
  };
}
