import { expect, test } from 'vitest';
import { LABEL_HEADINGS, rowShares } from '../../../../src/ui/evaluate/figures/matrix.ts';

test('rowShares(matrix) is each cell’s percentage of its row, and nothing of an empty row', () => {
  expect(
    rowShares([
      [1, 3],
      [0, 0],
    ]),
  ).toEqual([
    [25, 75],
    [0, 0],
  ]);
});

test('LABEL_HEADINGS names the 36 labels, each differently', () => {
  expect(LABEL_HEADINGS).toHaveLength(36);
  expect(new Set(LABEL_HEADINGS.map(({ name }) => name)).size).toBe(36);
  expect(new Set(LABEL_HEADINGS.map(({ short }) => short)).size).toBe(36);
  expect(LABEL_HEADINGS[6]).toEqual({ name: '30 Anger · 70 Disgust', short: '30 Ang 70 Dis' });
});
