import { EMOTIONS, type PerEmotion } from '../../src/core/blemore/emotions.ts';
import { sharesOf, type Expression } from '../../src/sources/drawn/expression.ts';

/** One picture: of a drawn person, or of an empty room. */
export interface Shot {
  /** Which of the looks, from 0; null for nobody. */
  readonly look: number | null;
  /** What the face shows: six shares that sum to 1. */
  readonly shares: PerEmotion;
  /** The moment of the small movements of somebody sitting still, in seconds. */
  readonly idle: number;
}

const LOOK_COUNT = 5;
const SHOWN = EMOTIONS.filter((emotion) => emotion !== 'neu');

export const SINGLES: readonly Expression[] = EMOTIONS.map((emotion) => ({ [emotion]: 100 }));

/** The blends that the page's programme plays. */
export const BLENDS: readonly Expression[] = [
  { hap: 70, sad: 30 },
  { ang: 50, disg: 50 },
  { fea: 30, hap: 70 },
  { fea: 70, sad: 30 },
  { disg: 50, hap: 50 },
  { ang: 30, disg: 70 },
  { fea: 50, hap: 50 },
];

/** Faces on the way from one emotion to another, both ends included. */
export const STEP_COUNT = 11;

/** Every two emotions, from all of the first to all of the second in ten steps. */
export const STEPS: readonly Expression[] = SHOWN.flatMap((one, i) =>
  SHOWN.slice(i + 1).flatMap((other) =>
    Array.from({ length: STEP_COUNT }, (_, step) => ({
      [one]: 100 - 10 * step,
      [other]: 10 * step,
    })),
  ),
);

/** The eyes are open at each; the head is held differently. */
export const MOMENTS = [0.2, 5.1, 12.3] as const;

/** Each expression by each person, at three moments. */
export function shotsOf(expressions: readonly Expression[]): readonly Shot[] {
  return Array.from({ length: LOOK_COUNT }, (_, look) => look).flatMap((look) =>
    expressions.flatMap((expression) =>
      MOMENTS.map((idle) => ({ look, shares: sharesOf(expression), idle })),
    ),
  );
}
