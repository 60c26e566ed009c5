import type { PerEmotion } from '../core/blemore/emotions.ts';
import { between, sharesOf, type Expression } from '../sources/drawn/expression.ts';
import { LOOKS, type Look } from '../sources/drawn/looks.ts';

/** Where the drawn face comes by: two expressions at a time, by one that both have in common. */
const STOPS: readonly Expression[] = [
  { hap: 100 },
  { hap: 70, sad: 30 },
  { hap: 30, sad: 70 },
  { sad: 100 },
  { sad: 50, fea: 50 },
  { fea: 100 },
  { fea: 30, hap: 70 },
  { disg: 50, hap: 50 },
  { disg: 100 },
  { ang: 50, disg: 50 },
  { ang: 100 },
  { neu: 100 },
];

/** Seconds on the way to a stop, and at it. */
const SLIDE = 1.6;
const STAY = 1.8;
const STEP = SLIDE + STAY;
const ROUND = STOPS.length * STEP;

const SHARES = STOPS.map(sharesOf);

/** One moment of what is drawn while nobody is there. */
export interface AttractMoment {
  /** Six shares that sum to 1. */
  readonly shares: PerEmotion;
  readonly look: Look;
}

/** What is drawn `seconds` (≥ 0) after the start; another person comes with each round, at rest. */
export function attractAt(seconds: number): AttractMoment {
  const stop = Math.floor(seconds / STEP);
  const progress = (seconds - stop * STEP) / SLIDE;
  const shares = between(
    SHARES[Math.max(0, stop - 1) % SHARES.length]!,
    SHARES[stop % SHARES.length]!,
    progress,
  );
  // The last stop is the neutral face: who changes there changes unnoticed.
  const rounds = Math.floor((seconds + STAY / 2) / ROUND);
  return { shares, look: LOOKS[rounds % LOOKS.length]! };
}
