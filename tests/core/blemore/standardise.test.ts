import { expect, test } from 'vitest';
import { fitScale, standardise } from '../../../src/core/blemore/standardise.ts';

test('(feature − mean) ÷ std', () => {
  const scale = { mean: [1, 2, 3], std: [1, 2, 0.5] };
  expect([...standardise([2, 2, 2], scale)]).toEqual([1, 0, -2]);
});

test('lengths that differ are an error', () => {
  expect(() => standardise([1, 2], { mean: [1], std: [1] })).toThrow(RangeError);
  expect(() => standardise([1, 2], { mean: [1, 1], std: [1] })).toThrow(RangeError);
});

test('a fitted scale gives each feature mean 0 and deviation 1', () => {
  const rows = [
    [1, 100],
    [2, 300],
    [6, 200],
  ];
  const scaled = rows.map((row) => standardise(row, fitScale(rows)));
  for (const feature of [0, 1]) {
    const values = scaled.map((row) => row[feature]!);
    expect(values.reduce((total, value) => total + value, 0)).toBeCloseTo(0, 12);
    expect(values.reduce((total, value) => total + value ** 2, 0) / 3).toBeCloseTo(1, 12);
  }
});

test('a feature that never varies becomes 0, not NaN', () => {
  const rows = [[7], [7], [7]];
  expect([...standardise(rows[0]!, fitScale(rows))]).toEqual([0]);
});
