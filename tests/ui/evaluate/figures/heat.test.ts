import { describe, expect, test } from 'vitest';
import {
  figureOf,
  intensities,
  moved,
  nearestCell,
} from '../../../../src/ui/evaluate/figures/heat.ts';

const CELL = { alpha: 0.05, beta: 0.05, presence: 0.5, salience: 0.25 };

describe('figureOf(cell, figure)', () => {
  test('is the mean of both, as the grid’s objective', () => {
    expect(figureOf(CELL, 'both')).toBe(0.375);
    expect(figureOf(CELL, 'presence')).toBe(0.5);
    expect(figureOf(CELL, 'salience')).toBe(0.25);
  });

  test('leaves salience out where there are no blends', () => {
    expect(figureOf({ ...CELL, salience: null }, 'both')).toBe(0.5);
    expect(figureOf({ ...CELL, salience: null }, 'salience')).toBeNull();
  });
});

describe('intensities(values)', () => {
  test('span from the least to the most', () => {
    expect(intensities([0.2, 0.3, 0.4, null])).toEqual([0, expect.closeTo(50), 100, 0]);
  });

  test('are none where all are equal', () => {
    expect(intensities([0.2, 0.2])).toEqual([0, 0]);
    expect(intensities([null, null])).toEqual([0, 0]);
  });
});

test('nearestCell(thresholds) is a cell of the grid for thresholds between cells, too', () => {
  expect(nearestCell({ alpha: 0, beta: 1 })).toEqual({ row: 0, column: 19 });
  expect(nearestCell({ alpha: 0.1, beta: 0.52 })).toEqual({ row: 1, column: 10 });
});

describe('moved(cell, key)', () => {
  test('goes one cell, and not over the edge', () => {
    expect(moved({ row: 3, column: 3 }, 'ArrowDown')).toEqual({ row: 4, column: 3 });
    expect(moved({ row: 0, column: 19 }, 'ArrowUp')).toEqual({ row: 0, column: 19 });
    expect(moved({ row: 0, column: 19 }, 'ArrowRight')).toEqual({ row: 0, column: 19 });
    expect(moved({ row: 2, column: 7 }, 'Home')).toEqual({ row: 2, column: 0 });
  });

  test('leaves other keys alone', () => {
    expect(moved({ row: 0, column: 0 }, 'Tab')).toBeNull();
  });
});
