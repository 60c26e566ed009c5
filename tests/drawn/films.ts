import type { Emotion } from '../../src/core/blemore/emotions.ts';
import { between, sharesOf } from '../../src/sources/drawn/expression.ts';
import type { Shot } from './shots.ts';

/** Somebody shows something for a while. */
export interface Scene {
  /** Null for an empty room. */
  readonly look: number | null;
  readonly emotion: Emotion;
  readonly seconds: number;
}

/** How long a face takes from one expression to the next, in seconds. */
const ONSET = 0.3;
export const NOBODY: Scene = { look: null, emotion: 'neu', seconds: 1 };

export function rest(look: number, seconds: number): Scene {
  return { look, emotion: 'neu', seconds };
}

export function acts(look: number, ...emotions: readonly Emotion[]): readonly Scene[] {
  return emotions.map((emotion) => ({ look, emotion, seconds: 2 }));
}

/** Comes, rests, and acts every emotion with a short rest after each. */
function withRests(look: number): readonly Scene[] {
  const emotions = ['hap', 'ang', 'fea', 'sad', 'disg'] as const;
  return [
    rest(look, 3),
    ...emotions.flatMap((emotion) => [...acts(look, emotion), rest(look, 1.5)]),
  ];
}

/**
 * Drawn people who come, rest, act each emotion for two seconds and go. In both films one takes
 * another's place without a gap; in the second nobody rests between two emotions.
 */
export const FILMS: readonly (readonly Scene[])[] = [
  [NOBODY, ...withRests(0), NOBODY, ...withRests(1), ...withRests(2), NOBODY],
  [
    NOBODY,
    rest(3, 3),
    ...acts(3, 'sad', 'hap', 'disg', 'fea', 'ang'),
    rest(4, 3),
    ...acts(4, 'fea', 'disg', 'hap', 'ang', 'sad'),
    rest(4, 2),
    NOBODY,
  ],
];

/** A film's pictures, `fps` a second. */
export function shotsOfFilm(scenes: readonly Scene[], fps: number): readonly Shot[] {
  const shots: Shot[] = [];
  for (const [i, { look, emotion, seconds }] of scenes.entries()) {
    const before = scenes[i - 1];
    const from = before?.look === look ? before.emotion : emotion;
    for (let frame = 0; frame < Math.round(seconds * fps); frame++) {
      const shares = between(
        sharesOf({ [from]: 100 }),
        sharesOf({ [emotion]: 100 }),
        frame / fps / ONSET,
      );
      shots.push({ look, shares, idle: shots.length / fps });
    }
  }
  return shots;
}
