import type { ActionUnits } from './action-units.ts';
import type { Features } from './features.ts';
import type { Look } from './looks.ts';
import { crease, onBothSides, softSpot, type Context2D } from './paint.ts';

/** The lines that muscles press into the skin, and those that age has left. */
export function drawFolds(ctx: Context2D, features: Features, units: ActionUnits, look: Look): void {
  drawForehead(ctx, units, look);
  drawFrown(ctx, features, units, look);
  drawNoseBridge(ctx, units, look);
  drawCheekFolds(ctx, features, units, look);
  drawCrowsFeet(ctx, units, look);
  drawChin(ctx, features, units, look);
}

function drawForehead(ctx: Context2D, units: ActionUnits, look: Look): void {
  const inner = units.innerBrowRaise;
  const outer = units.outerBrowRaise;
  const depth = Math.min(0.85, 0.5 * inner + 0.45 * outer + 0.25 * look.age);
  const reach = 34 + 30 * outer + 20 * look.age;
  for (const [i, y] of [-64, -76, -88].entries()) {
    const end = y + 5 * inner - 8 * outer * (inner < outer ? 1 : 0.4);
    const width = reach - 5 * i;
    crease(ctx, { from: { x: -width, y: end }, via: { x: 0, y: y - 4 * inner - 2 * outer }, to: { x: width, y: end }, width: 1.5 }, look.skin.line, depth * (1 - 0.2 * i));
  }
}

function drawFrown(ctx: Context2D, features: Features, units: ActionUnits, look: Look): void {
  const depth = Math.min(0.95, 0.85 * units.browLower + 0.2 * look.age);
  const { inner } = features.brow;
  onBothSides(ctx, () => {
    crease(ctx, { from: { x: 8, y: inner.y - 16 }, via: { x: 11, y: inner.y - 4 }, to: { x: 7, y: inner.y + 9 }, width: 2 }, look.skin.line, depth);
    softSpot(ctx, { x: 14, y: inner.y - 4, rx: 9, ry: 14 }, look.skin.shade, 0.5 * units.browLower);
  });
}

function drawNoseBridge(ctx: Context2D, units: ActionUnits, look: Look): void {
  const depth = 0.9 * units.noseWrinkle;
  for (const [i, y] of [-12, -3, 6].entries()) {
    crease(ctx, { from: { x: -13 + i, y: y + 3 }, via: { x: 0, y: y - 5 }, to: { x: 13 - i, y: y + 3 }, width: 1.5 }, look.skin.line, depth);
  }
  onBothSides(ctx, () => {
    for (const y of [14, 24]) {
      crease(ctx, { from: { x: 8, y: y + 4 }, via: { x: 16, y: y - 2 }, to: { x: 22, y: y - 10 }, width: 1.5 }, look.skin.line, 0.7 * depth);
    }
  });
}

/** From the wings of the nose around the mouth. */
function drawCheekFolds(ctx: Context2D, features: Features, units: ActionUnits, look: Look): void {
  const { skin } = look;
  const { wing } = features.nose;
  const { corner } = features.mouth;
  const smile = units.cornerPull;
  const sneer = Math.max(units.noseWrinkle, units.upperLipRaise);
  const depth = Math.min(0.95, 0.14 + 0.4 * look.age + 0.75 * smile + 0.75 * sneer + 0.25 * units.lipStretch + 0.2 * units.cornerDepress);
  onBothSides(ctx, () => {
    const from = { x: wing.x + 5, y: wing.y - 4 - 4 * sneer };
    const to = { x: corner.x + 11 + 2 * smile, y: corner.y + 2 - 4 * smile };
    const via = { x: (from.x + to.x) / 2 + 9 * smile + 10 * sneer, y: (from.y + to.y) / 2 - 7 * smile - 8 * sneer };
    softSpot(ctx, { x: via.x - 7, y: via.y + 5, rx: 11, ry: 26, angle: -0.55 }, skin.shade, 0.5 * depth);
    softSpot(ctx, { x: via.x + 10, y: via.y - 8, rx: 17, ry: 17 }, skin.light, 0.55 * (smile + 0.6 * sneer));
    crease(ctx, { from, via, to, width: 1.9 }, skin.line, depth);
    const droop = Math.min(0.9, 0.75 * units.cornerDepress + 0.3 * look.age);
    crease(ctx, { from: { x: corner.x + 2, y: corner.y }, via: { x: corner.x + 6, y: corner.y + 9 }, to: { x: corner.x + 3, y: corner.y + 20 }, width: 1.5 }, skin.line, droop);
  });
}

function drawCrowsFeet(ctx: Context2D, units: ActionUnits, look: Look): void {
  const depth = Math.min(0.7, 0.4 * units.cheekRaise + 0.3 * look.age);
  onBothSides(ctx, () => {
    for (const lift of [-9, 0, 8]) {
      crease(ctx, { from: { x: 80, y: 3 + lift * 0.3 }, via: { x: 87, y: 3 + lift * 0.7 }, to: { x: 95, y: 2 + lift * 1.5 }, width: 1 }, look.skin.line, depth);
    }
  });
}

function drawChin(ctx: Context2D, features: Features, units: ActionUnits, look: Look): void {
  const y = features.mouth.lowerBottom + 9;
  const depth = 0.15 + 0.55 * units.chinRaise;
  crease(ctx, { from: { x: -20, y: y + 4 }, via: { x: 0, y: y - 6 * units.chinRaise }, to: { x: 20, y: y + 4 }, width: 2 }, look.skin.line, depth);
  for (const [x, drop] of [[-10, 14], [0, 17], [10, 14], [-5, 22], [6, 22]] as const) {
    softSpot(ctx, { x, y: y + drop, rx: 4, ry: 3 }, look.skin.line, 0.4 * units.chinRaise);
  }
}
