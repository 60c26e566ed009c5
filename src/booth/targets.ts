import { LABELS } from '../core/blemore/label.ts';
import type { Prediction } from '../core/blemore/prediction.ts';

/** What a visitor may be asked to show: every label but neutral, which is no game. */
export const TARGETS: readonly Prediction[] = LABELS.filter(([{ emotion }]) => emotion !== 'neu');

/** How well the model reads a target where the drawn face shows it; each 0..1, over several people. */
export interface TargetFigures {
  readonly target: Prediction;
  /** The share of people of whom both emotions, or the one, were read. */
  readonly presence: number;
  /** The same with the right saliences; for a single emotion as `presence`. */
  readonly salience: number;
  /** Mean nearness of the probabilities to the target. */
  readonly nearness: number;
}

/** A target is playable where it is read right of most people. */
const MOST = 0.5;

/** Single emotions before blends, then what is read less and less surely. */
export function playableTargets(figures: readonly TargetFigures[]): readonly Prediction[] {
  return figures
    .filter(({ salience }) => salience > MOST)
    .toSorted(
      (a, b) =>
        a.target.length - b.target.length || b.salience - a.salience || b.nearness - a.nearness,
    )
    .map(({ target }) => target);
}

/**
 * Targets of rising difficulty, one from each of as many equal parts of the playable ones; fewer
 * where there are fewer.
 *
 * @param playable the easiest first
 * @param random 0 ≤ number < 1, another one each time
 */
export function chooseRounds(
  playable: readonly Prediction[],
  rounds: number,
  random: () => number,
): readonly Prediction[] {
  const count = Math.min(rounds, playable.length);
  return Array.from({ length: count }, (_, round) => {
    const start = Math.floor((round * playable.length) / count);
    const end = Math.floor(((round + 1) * playable.length) / count);
    return playable[start + Math.floor(random() * (end - start))]!;
  });
}
