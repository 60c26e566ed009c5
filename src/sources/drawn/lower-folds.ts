import type { ActionUnits } from './action-units.ts';
import type { Features } from './features.ts';
import type { Look } from './looks.ts';
import { crease, onBothSides, softSpot, type Context2D } from './paint.ts';

/** What nose and mouth press into the skin of cheeks and chin, and what age has left. */
export function drawLowerFolds(
  ctx: Context2D,
  features: Features,
  units: ActionUnits,
  look: Look,
): void {
  onBothSides(ctx, () => {
    drawCheekFold(ctx, features, units, look);
    drawDroop(ctx, features, units, look);
  });
  drawChin(ctx, features, units, look);
}

/** From the wing of the nose around the mouth: bowed out by a smile, framing a raised lip. */
function drawCheekFold(
  ctx: Context2D,
  { nose, mouth }: Features,
  units: ActionUnits,
  { skin, age }: Look,
): void {
  const smile = units.cornerPull;
  const sneer = Math.max(units.noseWrinkle, units.upperLipRaise);
  const pulled = 0.25 * units.lipStretch + 0.2 * units.cornerDepress;
  const depth = Math.min(0.95, 0.28 * age + 0.75 * (smile + sneer) + pulled);
  const from = { x: nose.wing.x + 5, y: nose.wing.y - 4 - 4 * sneer };
  const to = { x: mouth.corner.x + 11 + 2 * smile, y: mouth.corner.y + 2 - 4 * smile };
  const via = {
    x: (from.x + to.x) / 2 + 4 + 7 * smile + 10 * sneer,
    y: (from.y + to.y) / 2 - 7 * smile - 8 * sneer,
  };
  const under = { x: via.x - 7, y: via.y + 5, rx: 11, ry: 26, angle: -0.55 };
  softSpot(ctx, under, skin.shade, 0.5 * depth);
  const cheek = { x: via.x + 10, y: via.y - 8, rx: 17, ry: 17 };
  softSpot(ctx, cheek, skin.light, Math.min(0.8, 0.55 * smile + 0.33 * sneer));
  crease(ctx, [from.x, from.y, via.x, via.y, to.x, to.y], 1.9, skin.line, depth);
}

/** Down from a lowered corner of the mouth. */
function drawDroop(
  ctx: Context2D,
  { mouth }: Features,
  units: ActionUnits,
  { skin, age }: Look,
): void {
  const { x, y } = mouth.corner;
  const depth = Math.min(
    0.9,
    0.75 * units.cornerDepress * (1 - 0.6 * units.cornerPull) + 0.3 * age,
  );
  crease(ctx, [x + 2, y, x + 6, y + 9, x + 3, y + 20], 1.5, skin.line, depth);
}

function drawChin(ctx: Context2D, { mouth }: Features, units: ActionUnits, { skin }: Look): void {
  const raise = units.chinRaise;
  const y = mouth.lowerBottom + 9;
  crease(ctx, [-20, y + 4, 0, y - 6 * raise, 20, y + 4], 2, skin.line, 0.15 + 0.55 * raise);
  for (const [x, drop] of DIMPLES) {
    softSpot(ctx, { x, y: y + drop, rx: 8, ry: 5 }, skin.shade, 0.44 * raise);
  }
}

const DIMPLES = [
  [-11, 13],
  [1, 16],
  [12, 12],
  [-6, 23],
  [7, 23],
] as const;
