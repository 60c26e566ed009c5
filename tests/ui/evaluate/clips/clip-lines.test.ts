import { expect, test } from 'vitest';
import { clipLines, thinned } from '../../../../src/ui/evaluate/clips/clip-lines.ts';

test('thinned(points, most) keeps the first, evenly, and all where there are few', () => {
  expect(thinned([0, 1, 2, 3, 4, 5, 6], 3)).toEqual([0, 3, 6]);
  expect(thinned([0, 1, 2], 3)).toEqual([0, 1, 2]);
  expect(thinned([], 3)).toEqual([]);
});

test('clipLines(points) has a line for each emotion, with gaps where no face was read', () => {
  const lines = clipLines([
    { at: 0, probabilities: [0.5, 0.1, 0.1, 0.1, 0.1, 0.1] },
    { at: 0.1, probabilities: null },
  ]);
  expect(lines).toHaveLength(6);
  expect(lines[0]).toEqual([
    { x: 0, y: 50 },
    { x: 0.1, y: NaN },
  ]);
});
