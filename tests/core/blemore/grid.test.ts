import { describe, expect, test } from 'vitest';
import { clipLabel, parseClipName } from '../../../src/core/blemore/clip-name.ts';
import { decide } from '../../../src/core/blemore/decide.ts';
import { GRID_STEPS, gridSearch, type LabelledClip } from '../../../src/core/blemore/grid.ts';
import { blend, single } from '../../../src/core/blemore/label.ts';
import { presenceAccuracy, salienceAccuracy } from '../../../src/core/blemore/metrics.ts';
import { parityData } from '../../support/parity-data.ts';

const SETS: readonly LabelledClip[][] = parityData().labelled_sets.map((set) =>
  set.filenames.map((name, i) => ({
    label: clipLabel(parseClipName(name)),
    probabilities: set.probabilities[i]!,
  })),
);

describe('against the reference', () => {
  test.each(parityData().labelled_sets.map((set, i) => ({ i, set })))(
    'labelled set $i: cell, figures and predictions',
    ({ i, set }) => {
      const { best, presenceOnly, salienceOnly } = gridSearch(SETS[i]!);
      expect(best).toEqual({
        alpha: set.grid_search.alpha,
        beta: set.grid_search.beta,
        presence: set.grid_search.acc_presence,
        salience: set.grid_search.acc_salience,
      });
      expect(presenceOnly).toBe(set.grid_search.presence_only);
      expect(salienceOnly).toBe(set.grid_search.salience_only);
      const predictions = SETS[i]!.map(({ probabilities }) => decide(probabilities, best));
      expect(predictions).toEqual(set.filenames.map((name) => set.predictions[name]));
    },
  );
});

test('α and β run over numpy.linspace(0.05, 0.95, 20), bit for bit', () => {
  expect(GRID_STEPS).toEqual([
    0.05, 0.09736842105263158, 0.14473684210526316, 0.19210526315789472, 0.23947368421052628,
    0.28684210526315784, 0.33421052631578946, 0.381578947368421, 0.4289473684210526,
    0.47631578947368414, 0.5236842105263158, 0.5710526315789474, 0.618421052631579,
    0.6657894736842105, 0.7131578947368421, 0.7605263157894736, 0.8078947368421052,
    0.8552631578947368, 0.9026315789473683, 0.95,
  ]);
});

test('every cell holds the figures of the rule at its thresholds', () => {
  const clips = SETS[3]!;
  const { cells } = gridSearch(clips);
  expect(cells).toHaveLength(400);
  for (const cell of cells) {
    const scored = clips.map(({ label, probabilities }) => {
      return { label, prediction: decide(probabilities, cell) };
    });
    expect(cell.presence).toBe(presenceAccuracy(scored));
    expect(cell.salience).toBe(salienceAccuracy(scored));
  }
});

test('of equally good cells the smallest α, then the smallest β', () => {
  const mixed = blend({ emotion: 'ang', salience: 50 }, { emotion: 'sad', salience: 50 });
  const { best } = gridSearch([{ label: mixed, probabilities: [0.6, 0, 0, 0, 0.4, 0] }]);
  // β must reach 0.2; α may be anything up to 0.4.
  expect(best).toEqual({ alpha: 0.05, beta: GRID_STEPS[4], presence: 1, salience: 1 });
});

test('without a blend among the labels presence alone decides', () => {
  const { best, salienceOnly } = gridSearch([
    { label: single('hap'), probabilities: [0, 0, 0, 0.7, 0.3, 0] },
  ]);
  expect(best).toMatchObject({ presence: 1, salience: null, alpha: GRID_STEPS[6] });
  expect(salienceOnly).toBeNull();
});

test('no clips are an error', () => {
  expect(() => gridSearch([])).toThrow(RangeError);
});

test('3,000 clips take less than a second', () => {
  const clips = Array.from({ length: 3000 }, (_, i) => SETS[i % 4]![i % 120]!);
  const runs = [1, 2, 3].map(() => {
    const start = performance.now();
    gridSearch(clips);
    return performance.now() - start;
  });
  expect(Math.min(...runs)).toBeLessThan(1000);
});
