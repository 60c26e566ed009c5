import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/core/blemore/decide.ts';
import { LABELS } from '../../../src/core/blemore/label.ts';
import { EMOTIONS, type Probabilities } from '../../../src/core/blemore/emotions.ts';
import { parityData } from '../../support/parity-data.ts';

test('every decision of the reference', () => {
  const { decisions } = parityData();
  expect(decisions).toHaveLength(3000);
  const wrong = decisions.filter(
    ({ probabilities, alpha, beta, prediction }) =>
      JSON.stringify(decide(probabilities, { alpha, beta })) !== JSON.stringify(prediction),
  );
  expect(wrong).toEqual([]);
});

describe('presence', () => {
  const thresholds = { alpha: 0.3, beta: 0.1 };

  test('nothing reaches α: the largest alone', () => {
    expect(decide([0.2, 0.15, 0.15, 0.25, 0.15, 0.1], thresholds)).toEqual([
      { emotion: 'hap', salience: 100 },
    ]);
  });

  test('one reaches α: that one alone', () => {
    expect(decide([0, 0, 0.29, 0.71, 0, 0], thresholds)).toEqual([
      { emotion: 'hap', salience: 100 },
    ]);
  });

  test('α itself is enough', () => {
    expect(decide([0, 0, 0.3, 0.7, 0, 0], thresholds)).toHaveLength(2);
  });

  test('a third emotion past α is left out', () => {
    expect(decide([0.3, 0, 0.31, 0.39, 0, 0], thresholds)).toEqual([
      { emotion: 'fea', salience: 50 },
      { emotion: 'hap', salience: 50 },
    ]);
  });

  test('a probability of 0 is absent even at α = 0', () => {
    expect(decide([0, 0, 0, 1, 0, 0], { alpha: 0, beta: 1 })).toEqual([
      { emotion: 'hap', salience: 100 },
    ]);
  });
});

describe('neutral never blends', () => {
  const thresholds = { alpha: 0.1, beta: 0.9 };

  test('the emotion stands alone where it is larger, or equal', () => {
    expect(decide([0, 0, 0, 0.5, 0, 0.4], thresholds)).toEqual([{ emotion: 'hap', salience: 100 }]);
    expect(decide([0, 0, 0, 0.5, 0, 0.5], thresholds)).toEqual([{ emotion: 'hap', salience: 100 }]);
  });

  test('neutral stands alone where it is larger', () => {
    expect(decide([0, 0, 0, 0.4, 0, 0.5], thresholds)).toEqual([{ emotion: 'neu', salience: 100 }]);
  });
});

describe('salience', () => {
  test('70 to the larger one, in label order', () => {
    const thresholds = { alpha: 0.1, beta: 0.1 };
    expect(decide([0.6, 0, 0, 0, 0.4, 0], thresholds)).toEqual([
      { emotion: 'ang', salience: 70 },
      { emotion: 'sad', salience: 30 },
    ]);
    expect(decide([0.4, 0, 0, 0, 0.6, 0], thresholds)).toEqual([
      { emotion: 'ang', salience: 30 },
      { emotion: 'sad', salience: 70 },
    ]);
  });

  test('a difference of β is still 50/50', () => {
    expect(decide([0.75, 0, 0, 0, 0.25, 0], { alpha: 0.1, beta: 0.5 })).toEqual([
      { emotion: 'ang', salience: 50 },
      { emotion: 'sad', salience: 50 },
    ]);
  });

  test('of equals the earlier labels count', () => {
    const even: Probabilities = [1 / 6, 1 / 6, 1 / 6, 1 / 6, 1 / 6, 1 / 6];
    expect(decide(even, { alpha: 0, beta: 0 })).toEqual([
      { emotion: 'ang', salience: 50 },
      { emotion: 'disg', salience: 50 },
    ]);
  });
});

test('every answer is one of the 36 labels', () => {
  const { decisions } = parityData();
  const labels = new Set(LABELS.map((label) => JSON.stringify(label)));
  expect(labels.size).toBe(36);
  for (const { probabilities, alpha, beta } of decisions) {
    expect(labels).toContain(JSON.stringify(decide(probabilities, { alpha, beta })));
  }
  expect(LABELS.slice(0, 6).map(([share]) => share.emotion)).toEqual(EMOTIONS);
});
