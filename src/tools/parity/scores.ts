import { clipLabel, parseClipName } from '../../core/blemore/clip-name.ts';
import { decide } from '../../core/blemore/decide.ts';
import { gridSearch, type GridResult, type LabelledClip } from '../../core/blemore/grid.ts';
import { presenceAccuracy, salienceAccuracy } from '../../core/blemore/metrics.ts';
import { exactly, type Comparison } from './compare.ts';
import type { LabelledSet } from './schema.ts';

/** The grid over a labelled set, and the predictions and figures at its best cell. */
export function checkScores(set: LabelledSet, where: string): Comparison[] {
  const clips = clipsOf(set);
  const grid = gridSearch([...clips.values()]);
  const decided = new Map(
    [...clips].map(([name, { label, probabilities }]) => {
      return [name, { label, prediction: decide(probabilities, grid.best) }] as const;
    }),
  );
  return [
    exactly(`${where}.grid_search`, set.grid_search, figuresOf(grid)),
    exactly(`${where}.predictions.length`, Object.keys(set.predictions).length, decided.size),
    ...[...decided].map(([name, { prediction }]) =>
      exactly(`${where}.predictions.${name}`, set.predictions[name], prediction),
    ),
    exactly(`${where}.acc_presence`, set.acc_presence, presenceAccuracy([...decided.values()])),
    exactly(`${where}.acc_salience`, set.acc_salience, salienceAccuracy([...decided.values()])),
  ];
}

/** By file name, as the reference keeps them: of two clips with one name the last counts. */
function clipsOf({ filenames, probabilities }: LabelledSet): Map<string, LabelledClip> {
  if (filenames.length !== probabilities.length) {
    throw new RangeError(`${filenames.length} names for ${probabilities.length} probabilities`);
  }
  return new Map(
    filenames.map((name, i) => {
      return [name, { label: clipLabel(parseClipName(name)), probabilities: probabilities[i]! }];
    }),
  );
}

/** A grid's result under the reference's names. */
function figuresOf({ best, presenceOnly, salienceOnly }: GridResult): LabelledSet['grid_search'] {
  return {
    alpha: best.alpha,
    beta: best.beta,
    acc_presence: best.presence,
    acc_salience: best.salience,
    presence_only: presenceOnly,
    salience_only: salienceOnly,
  };
}
