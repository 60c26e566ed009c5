import type { PerEmotion } from '../../core/blemore/emotions.ts';
import { between, sharesOf, type Expression } from './expression.ts';

/** What is played, over and over: every single emotion, then blends. Another person comes with each neutral. */
const PROGRAMME: readonly Expression[] = [
  { neu: 100 },
  { hap: 100 },
  { sad: 100 },
  { ang: 100 },
  { fea: 100 },
  { disg: 100 },
  { hap: 70, sad: 30 },
  { neu: 100 },
  { ang: 50, disg: 50 },
  { fea: 30, hap: 70 },
  { fea: 70, sad: 30 },
  { disg: 50, hap: 50 },
  { ang: 30, disg: 70 },
  { fea: 50, hap: 50 },
];

/** Seconds an expression takes to come. */
const TRANSITION = 1;
/** Seconds it then stays. */
export const HOLD = 4;
const STEP = TRANSITION + HOLD;

/** Seconds after which the programme starts again. */
export const CYCLE = PROGRAMME.length * STEP;

const SHARES = PROGRAMME.map(sharesOf);
const NEUTRALS = PROGRAMME.flatMap((expression, i) => (expression.neu === 100 ? [i] : []));
/** People change while the neutral face is held, half a second after it has come. */
const CHANGE_AT = TRANSITION + 0.5;

/** One moment of the programme. */
export interface Moment {
  /** What the face shows: six shares that sum to 1. */
  readonly shares: PerEmotion;
  /** How many people have come before this one. */
  readonly person: number;
}

/** What is played `seconds` (≥ 0) after the start; the same for the same seconds, always. */
export function scriptAt(seconds: number): Moment {
  const step = Math.floor(seconds / STEP);
  const progress = (seconds - step * STEP) / TRANSITION;
  // The first expression has nothing to come from.
  const from = shares(Math.max(0, step - 1));
  return { shares: between(from, shares(step), progress), person: peopleBefore(seconds) };
}

function shares(step: number): PerEmotion {
  return SHARES[step % SHARES.length] ?? SHARES[0]!;
}

function peopleBefore(seconds: number): number {
  const cycle = Math.floor(seconds / CYCLE);
  const within = seconds - cycle * CYCLE;
  const changes = NEUTRALS.filter((step) => step * STEP + CHANGE_AT <= within).length;
  // The first neutral of the first cycle is held by the first person from its start.
  return Math.max(0, cycle * NEUTRALS.length + changes - 1);
}
