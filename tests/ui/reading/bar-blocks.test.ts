import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/core/blemore/prediction.ts';
import { readingBlocks, stackBlocks } from '../../../src/ui/reading/bar-blocks.ts';

const BLEND: Reading = {
  probabilities: [0.3, 0, 0, 0.6, 0.1, 0],
  prediction: [
    { emotion: 'ang', salience: 30 },
    { emotion: 'hap', salience: 70 },
  ],
  certain: true,
};

test('stackBlocks(percents) puts six parts side by side in label order', () => {
  const blocks = stackBlocks([10, 0, 20, 0, 30, 40]);
  expect(blocks.map(({ style }) => style.emotion)).toEqual([
    'ang',
    'disg',
    'fea',
    'hap',
    'sad',
    'neu',
  ]);
  expect(blocks.map(({ start }) => start)).toEqual([0, 10, 10, 30, 30, 60]);
  expect(blocks.map(({ share }) => share)).toEqual([10, 0, 20, 0, 30, 40]);
});

describe('readingBlocks(reading)', () => {
  const shown = (reading: Reading | null) =>
    readingBlocks(reading)
      .filter(({ share }) => share > 0)
      .map(({ style, start, share }) => [style.emotion, start, share]);

  test('gives a blend its two shares', () => {
    expect(shown(BLEND)).toEqual([
      ['ang', 0, 30],
      ['hap', 30, 70],
    ]);
  });

  test('shows nothing without a face', () => {
    expect(shown(null)).toEqual([]);
  });

  test('shows nothing where nothing is certain', () => {
    expect(shown({ ...BLEND, certain: false })).toEqual([]);
  });
});
