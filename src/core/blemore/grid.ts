import type { Probabilities } from './emotions.ts';
import type { Prediction } from './prediction.ts';
import { decide } from './decide.ts';
import { sameEmotions, samePrediction } from './label.ts';

/** α and β both take these values: 20 steps from 0.05 to 0.95, bit for bit as numpy's linspace. */
export const GRID_STEPS: readonly number[] = Array.from(
  { length: 20 },
  (_, step) => step * ((0.95 - 0.05) / 19) + 0.05,
);

export interface LabelledClip {
  readonly label: Prediction;
  readonly probabilities: Probabilities;
}

export interface GridCell {
  readonly alpha: number;
  readonly beta: number;
  /** ACC_presence, 0..1. */
  readonly presence: number;
  /** ACC_salience, 0..1; null where no label is a blend. */
  readonly salience: number | null;
}

export interface GridResult {
  /** 400 cells, α by α. */
  readonly cells: readonly GridCell[];
  /** The cell with the largest 0.5·presence + 0.5·salience; of equals the smallest α, then β. */
  readonly best: GridCell;
  /** The largest presence and the largest salience of any cell, each on its own. */
  readonly presenceOnly: number;
  readonly salienceOnly: number | null;
}

/**
 * Scores the decision rule at every α and β.
 *
 * Without a blend among the labels the reference's objective is NaN and its sort leaves the first
 * cell, whatever the figures; here presence alone decides then.
 *
 * @throws RangeError without clips
 */
export function gridSearch(clips: readonly LabelledClip[]): GridResult {
  if (clips.length === 0) throw new RangeError('a grid search needs at least one clip');
  const cells = GRID_STEPS.flatMap((alpha) => rowAt(alpha, clips));
  const saliences = cells.flatMap(({ salience }) => salience ?? []);
  return {
    cells,
    best: cells.reduce((best, cell) => (objective(cell) > objective(best) ? cell : best)),
    presenceOnly: Math.max(...cells.map(({ presence }) => presence)),
    salienceOnly: saliences.length === 0 ? null : Math.max(...saliences),
  };
}

function objective({ presence, salience }: GridCell): number {
  return 0.5 * presence + 0.5 * (salience ?? 0);
}

/** The cells of one α. Which emotions are present does not depend on β, so that most is done once. */
function rowAt(alpha: number, clips: readonly LabelledClip[]): GridCell[] {
  const present = clips.filter(({ label, probabilities }) =>
    sameEmotions(label, decide(probabilities, { alpha, beta: 0 })),
  );
  const candidates = present.filter(isBlend);
  const blends = clips.filter(isBlend).length;
  return GRID_STEPS.map((beta) => {
    const right = candidates.filter(({ label, probabilities }) =>
      samePrediction(label, decide(probabilities, { alpha, beta })),
    );
    return {
      alpha,
      beta,
      presence: present.length / clips.length,
      salience: blends === 0 ? null : right.length / blends,
    };
  });
}

function isBlend({ label }: LabelledClip): boolean {
  return label.length === 2;
}
