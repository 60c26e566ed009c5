import type { ActionUnits } from './action-units.ts';
import type { Features } from './features.ts';
import type { Look } from './looks.ts';
import { crease, onBothSides, softSpot, type Context2D } from './paint.ts';

/** What brows and nose press into the skin of forehead, nose and temples, and what age has left. */
export function drawUpperFolds(
  ctx: Context2D,
  features: Features,
  units: ActionUnits,
  look: Look,
): void {
  drawForehead(ctx, units, look);
  drawFrown(ctx, features, units, look);
  drawNoseBridge(ctx, units, look);
  drawCrowsFeet(ctx, units, look);
}

/** Level furrows under raised brows; short and bent up in the middle where only inner ends rise. */
function drawForehead(ctx: Context2D, units: ActionUnits, { skin, age }: Look): void {
  const { innerBrowRaise: inner, outerBrowRaise: outer } = units;
  const depth = Math.min(0.85, 0.5 * inner + 0.45 * outer + 0.25 * age);
  for (const [i, y] of [-64, -76, -88].entries()) {
    const end = y + 5 * inner - 4 * outer;
    const reach = 34 + 30 * outer + 20 * age - 5 * i;
    const arc = [-reach, end, 0, y - 4 * inner - 2 * outer, reach, end] as const;
    crease(ctx, arc, 1.5, skin.line, depth * (1 - 0.2 * i));
  }
}

/** Upright lines between lowered brows. */
function drawFrown(ctx: Context2D, { brow }: Features, units: ActionUnits, look: Look): void {
  const { y } = brow.inner;
  const depth = Math.min(0.95, 0.95 * units.browLower + 0.2 * look.age);
  onBothSides(ctx, () => {
    crease(ctx, [8, y - 16, 11, y - 4, 7, y + 9], 2.4, look.skin.line, depth);
    const shade = 0.5 * units.browLower;
    softSpot(ctx, { x: 14, y: y - 4, rx: 9, ry: 14 }, look.skin.shade, shade);
  });
}

function drawNoseBridge(ctx: Context2D, units: ActionUnits, { skin }: Look): void {
  const depth = 0.9 * units.noseWrinkle;
  for (const y of [-12, -3, 6]) {
    crease(ctx, [-12, y + 3, 0, y - 5, 12, y + 3], 1.5, skin.line, depth);
  }
  onBothSides(ctx, () => {
    for (const y of [14, 24]) {
      crease(ctx, [8, y + 4, 16, y - 2, 22, y - 10], 1.5, skin.line, 0.7 * depth);
    }
  });
}

function drawCrowsFeet(ctx: Context2D, units: ActionUnits, { skin, age }: Look): void {
  const depth = Math.min(0.7, 0.4 * units.cheekRaise + 0.3 * age);
  onBothSides(ctx, () => {
    for (const lift of [-9, 0, 8]) {
      const arc = [80, 3 + 0.3 * lift, 87, 3 + 0.7 * lift, 95, 2 + 1.5 * lift] as const;
      crease(ctx, arc, 1, skin.line, depth);
    }
  });
}
