import type { Point } from '../../core/geometry/shapes.ts';
import type { ActionUnits } from './action-units.ts';
import type { Look } from './looks.ts';

/**
 * Where the parts of a face are, in face units: 100 is the distance between the eyes, (0, 0) is
 * midway between them, y goes down. Both sides are alike, so only the one with x > 0 is given.
 */
export interface Features {
  readonly brow: Brow;
  readonly eye: Eye;
  readonly nose: { readonly wing: Point; readonly tip: Point };
  readonly mouth: Mouth;
  /** How much lower the chin is than at rest. */
  readonly jaw: number;
}

/** Three points of the brow's middle line. */
export interface Brow {
  readonly inner: Point;
  readonly middle: Point;
  readonly outer: Point;
}

export interface Eye {
  readonly inner: Point;
  readonly outer: Point;
  /** How far the upper lid is above the corners, towards the nose and towards the temple. */
  readonly upperInner: number;
  readonly upperOuter: number;
  /** How far the lower lid is below them. */
  readonly lower: number;
}

/** Heights are those of the mouth's middle, from top to bottom. */
export interface Mouth {
  readonly corner: Point;
  readonly upperTop: number;
  readonly upperBottom: number;
  readonly lowerTop: number;
  readonly lowerBottom: number;
  /** 0: lips meet in a curve; 1: the mouth is pulled square. */
  readonly square: number;
  /** How much of the lower row shows, 0..1. */
  readonly lowerTeeth: number;
}

/** The face at rest is an average adult's (after Farkas, "Anthropometry of the Head and Face", 1994). */
export function featuresOf(units: ActionUnits, look: Look): Features {
  const jaw = 24 * units.jawDrop;
  return {
    brow: browOf(units, look),
    eye: eyeOf(units, look),
    nose: noseOf(units, look),
    mouth: mouthOf(units, look, jaw),
    jaw,
  };
}

function browOf(u: ActionUnits, look: Look): Brow {
  // Raised and lowered at once (sadness, fear), the inner end goes in rather than down.
  const lower = u.browLower * (1 - 0.75 * Math.min(1, u.innerBrowRaise));
  const arch = 5 * look.brows.arch;
  return {
    inner: {
      x: 22 - 8 * lower - 5 * (u.browLower - lower),
      y: -27 - 16 * u.innerBrowRaise + 18 * lower + 2 * u.noseWrinkle,
    },
    middle: {
      x: 51 - 3 * u.browLower,
      y:
        -31 -
        arch -
        6.5 * u.innerBrowRaise -
        10 * u.outerBrowRaise +
        15 * lower +
        2 * u.noseWrinkle,
    },
    outer: {
      x: 84,
      y: -25 - 12 * u.outerBrowRaise + 6 * u.innerBrowRaise + 1 * lower + 1.5 * u.cheekRaise,
    },
  };
}

function eyeOf(u: ActionUnits, look: Look): Eye {
  const { opening, slant } = look.eyes;
  const open = 1 - u.blink;
  const frown = u.browLower * (1 - u.innerBrowRaise);
  const worry = Math.min(u.innerBrowRaise, 1) * (1 - u.lidRaise);
  const squeeze = 1.5 * u.cheekRaise + 3.4 * u.lidTighten + 1.5 * u.noseWrinkle;
  const upper = 10.6 * opening + 6.5 * u.lidRaise - squeeze - 4.5 * u.gazePitch;
  const lower = 8 * opening + 1.5 * u.lidRaise - 1.1 * squeeze - 2 * u.cheekRaise + u.gazePitch;
  const lid = (height: number) => Math.max(1.5, height) * open - 4.5 * u.blink;
  return {
    inner: { x: 28, y: 2.5 },
    outer: { x: 74, y: 1 - 2 * slant },
    upperInner: lid(upper - 3 * frown + 1.5 * worry),
    upperOuter: lid(upper + 0.5 * frown - 3 * worry),
    lower: Math.max(0.5, lower) * open + 5 * u.blink,
  };
}

function noseOf(u: ActionUnits, look: Look): Features['nose'] {
  const lift = 6 * u.noseWrinkle + 2.5 * u.upperLipRaise;
  const spread = 2.5 * u.noseWrinkle + 2.5 * u.cornerPull + 1.5 * u.upperLipRaise;
  return { wing: { x: 18 * look.nose + spread, y: 60 - lift }, tip: { x: 0, y: 62 - 0.5 * lift } };
}

function mouthOf(u: ActionUnits, look: Look, jaw: number): Mouth {
  const rest = 103;
  const lift = 10 * u.upperLipRaise + 4 * u.noseWrinkle + 2.5 * u.cornerPull;
  // The muscle of a smile is the stronger one.
  const droop = u.cornerDepress * (1 - 0.5 * u.cornerPull);
  const pout = 4.5 * u.chinRaise;
  const upperBottom = rest - lift * (0.35 + 0.65 * u.lipsPart) - 2 * u.lipsPart - pout;
  const closed = Math.max(upperBottom, rest - pout - lift * (1 - u.lipsPart));
  const gap = u.lipsPart * (4 + 7 * u.cornerPull + 6 * u.lowerLipDepress) + 0.85 * jaw;
  const thin = (1 - 0.55 * u.lipPress) * (1 - 0.2 * u.cornerPull - 0.15 * u.lipStretch);
  return {
    corner: {
      x: 37 + 14 * u.cornerPull + 10 * u.lipStretch - 2 * u.lipPress - 2 * u.chinRaise,
      y: rest - 1 - 14 * u.cornerPull + 14.5 * droop + 3 * u.lipStretch + 0.35 * jaw,
    },
    upperTop: upperBottom - 9.5 * look.lips * thin - u.upperLipRaise,
    upperBottom,
    lowerTop: closed + gap,
    lowerBottom: closed + gap + 13 * look.lips * thin + 1.5 * u.chinRaise,
    square: Math.min(1, 0.5 * u.lipStretch + 0.8 * u.lowerLipDepress + 0.3 * u.upperLipRaise),
    lowerTeeth: u.lowerLipDepress,
  };
}
