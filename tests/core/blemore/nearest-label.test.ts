import { expect, test } from 'vitest';
import { LABELS } from '../../../src/core/blemore/label.ts';
import { nearestLabel } from '../../../src/core/blemore/nearest-label.ts';
import { softLabel } from '../../../src/core/blemore/soft-label.ts';
import { parityData } from '../../support/parity-data.ts';

test('a label’s own distribution decodes to that label', () => {
  expect(LABELS.map((label) => nearestLabel(softLabel(label)))).toEqual(LABELS);
});

test('with the rest spread evenly too', () => {
  for (const label of LABELS) {
    const [a, b, c, d, e, f] = softLabel(label).map((share) => 0.94 * share + 0.01);
    expect(nearestLabel([a!, b!, c!, d!, e!, f!])).toEqual(label);
  }
});

test('any distribution has an answer among the 36 labels', () => {
  for (const { probabilities } of parityData().decisions) {
    expect(LABELS).toContainEqual(nearestLabel(probabilities));
  }
});

test('neutral is answered alone, however near an emotion is', () => {
  expect(nearestLabel([0, 0, 0, 0.45, 0, 0.55])).toEqual([{ emotion: 'neu', salience: 100 }]);
});

test('the larger of two has the larger salience', () => {
  expect(nearestLabel([0.02, 0.02, 0.3, 0.02, 0.62, 0.02])).toEqual([
    { emotion: 'fea', salience: 30 },
    { emotion: 'sad', salience: 70 },
  ]);
  expect(nearestLabel([0.02, 0.02, 0.44, 0.02, 0.48, 0.02])).toEqual([
    { emotion: 'fea', salience: 50 },
    { emotion: 'sad', salience: 50 },
  ]);
});
