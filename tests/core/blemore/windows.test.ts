import { expect, test } from 'vitest';
import { combineWindows } from '../../../src/core/blemore/windows.ts';
import { softmax } from '../../../src/core/reading/softmax.ts';
import { parityData } from '../../support/parity-data.ts';

test('every combination of the reference', () => {
  for (const { logits, probabilities } of parityData().subsamples) {
    const actual = combineWindows(logits);
    probabilities.forEach((value, i) => {
      expect(actual[i]).toBeCloseTo(value, 12);
    });
  }
});

test('logits are averaged, not probabilities', () => {
  const combined = combineWindows([
    [0, 0, 0, 8, 0, 0],
    [0, 0, 0, 0, 4, 0],
  ]);
  expect(combined).toEqual(softmax([0, 0, 0, 4, 2, 0]));
});

test('no windows are an error', () => {
  expect(() => combineWindows([])).toThrow(RangeError);
});
