import { expect, test } from 'vitest';
import { labelHeadings, rowShares } from '../../../../src/ui/evaluate/figures/matrix.ts';
import { en } from '../../../../src/ui/words/en.ts';

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

test('labelHeadings(words) names the 36 labels, each differently', () => {
  const headings = labelHeadings(en);
  expect(headings).toHaveLength(36);
  expect(new Set(headings.map(({ name }) => name)).size).toBe(36);
  expect(new Set(headings.map(({ short }) => short)).size).toBe(36);
  expect(headings[6]).toEqual({ name: '30 Anger · 70 Disgust', short: '30 Ang 70 Dis' });
});
