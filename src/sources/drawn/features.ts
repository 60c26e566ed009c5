import type { Point } from '../../core/geometry.ts';
import type { ActionUnits } from './action-units.ts';
import type { Look } from './looks.ts';

/**
 * Where the parts of a face are, in face units: 100 is the distance between the eyes, (0, 0) is
 * midway between them, y goes down. Sides are alike, so only the one with x > 0 is given.
 */
export interface Features {
  readonly brow: { readonly inner: Point; readonly middle: Point; readonly outer: Point };
  readonly eye: {
    readonly inner: Point;
    readonly outer: Point;
    /** How far the lids' middles are above and below the line between the corners. */
    readonly upper: number;
    readonly lower: number;
  };
  readonly nose: { readonly wing: Point; readonly tip: Point };
  readonly mouth: Mouth;
  /** How much lower the chin is than at rest. */
  readonly jaw: number;
}

/** Heights are those of the mouth's middle, top to bottom. */
export interface Mouth {
  readonly corner: Point;
  readonly upperTop: number;
  readonly upperBottom: number;
  readonly lowerTop: number;
  readonly lowerBottom: number;
}

/** The face at rest is an average adult's (Farkas, "Anthropometry of the Head and Face", 1994), rounded. */
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

function browOf(u: ActionUnits, look: Look): Features['brow'] {
  // Raised and lowered together (sadness, fear) the inner end goes up and in.
  const lower = u.browLower * (1 - 0.7 * Math.min(1, u.innerBrowRaise));
  const arch = 5 * look.brows.arch;
  return {
    inner: {
      x: 22 - 7 * u.browLower,
      y: -27 - 15 * u.innerBrowRaise + 13 * lower + 3 * u.noseWrinkle,
    },
    middle: {
      x: 51 - 3 * u.browLower,
      y: -31 - arch - 5 * u.innerBrowRaise - 10 * u.outerBrowRaise + 9 * lower + 2 * u.noseWrinkle,
    },
    outer: {
      x: 84,
      y: -25 - 12 * u.outerBrowRaise + 2.5 * u.innerBrowRaise - 2 * lower + 1.5 * u.cheekRaise,
    },
  };
}

function eyeOf(u: ActionUnits, look: Look): Features['eye'] {
  const squeeze = 2.2 * u.cheekRaise + 2.6 * u.lidTighten + 1.5 * u.noseWrinkle;
  const upper = 11.5 * look.eyes.opening + 6 * u.lidRaise - squeeze - 4.5 * u.gazePitch;
  const lower = 8.5 * look.eyes.opening + 1.5 * u.lidRaise - 1.3 * squeeze + u.gazePitch;
  const open = 1 - u.blink;
  return {
    inner: { x: 28, y: 2.5 },
    outer: { x: 74, y: 1 - 2 * look.eyes.slant },
    upper: Math.max(1, upper) * open - 4.5 * u.blink,
    lower: Math.max(0.5, lower) * open + 5 * u.blink,
  };
}

function noseOf(u: ActionUnits, look: Look): Features['nose'] {
  const lift = 6 * u.noseWrinkle + 2.5 * u.upperLipRaise;
  const spread = 2 * u.noseWrinkle + 2.5 * u.cornerPull + 1.5 * u.upperLipRaise;
  return { wing: { x: 18 * look.nose + spread, y: 64 - lift }, tip: { x: 0, y: 66 - 0.5 * lift } };
}

function mouthOf(u: ActionUnits, look: Look, jaw: number): Mouth {
  const rest = 108;
  const press = 1 - 0.55 * u.lipPress;
  const up = 10 * u.upperLipRaise + 4 * u.noseWrinkle + 2.5 * u.cornerPull - 3 * u.chinRaise * 0;
  const parted = u.lipsPart;
  const upperBottom = rest - up * (0.35 + 0.65 * parted) - 2 * parted - 4 * u.chinRaise;
  const gap = parted * (4 + 7 * u.cornerPull + 6 * u.lowerLipDepress) + 0.85 * jaw;
  const lowerTop = Math.max(upperBottom, rest - 4 * u.chinRaise - 1 * up * (1 - parted)) + gap;
  const stretch = 1 - 0.2 * u.cornerPull - 0.15 * u.lipStretch;
  const raised = 3 * u.upperLipRaise;
  return {
    corner: {
      x: 38 + 13 * u.cornerPull + 10 * u.lipStretch - 3 * u.lipPress - 2 * u.chinRaise,
      y: rest - 14 * u.cornerPull + 12 * u.cornerDepress + 3 * u.lipStretch + 0.35 * jaw,
    },
    upperTop: upperBottom - 9.5 * look.lips * press * stretch - raised * 0.3,
    upperBottom,
    lowerTop,
    lowerBottom: lowerTop + 13 * look.lips * press * stretch,
  };
}
