import { describe, expect, test } from 'vitest';
import {
  emotionConfusion,
  labelConfusion,
  type ConfusionMatrix,
} from '../../../src/core/blemore/confusion.ts';
import { blend, LABELS, single } from '../../../src/core/blemore/label.ts';
import { softLabel } from '../../../src/core/blemore/soft-label.ts';
import { EMOTIONS, type Emotion } from '../../../src/core/blemore/emotions.ts';

const HAPPY_SAD = blend({ emotion: 'hap', salience: 70 }, { emotion: 'sad', salience: 30 });
const HAPPY_ANGRY = blend({ emotion: 'ang', salience: 50 }, { emotion: 'hap', salience: 50 });

/** Every label answered by every label, once. */
const ALL = LABELS.flatMap((label) => LABELS.map((prediction) => ({ label, prediction })));

function cell(matrix: ConfusionMatrix, truth: Emotion, answer: Emotion): number {
  return matrix[EMOTIONS.indexOf(truth)]![EMOTIONS.indexOf(answer)]!;
}

describe('labelConfusion', () => {
  test('counts in 36 rows and columns', () => {
    const matrix = labelConfusion([
      { label: single('ang'), prediction: single('disg') },
      { label: single('ang'), prediction: single('disg') },
      { label: LABELS[35]!, prediction: LABELS[6]! },
    ]);
    expect(matrix).toHaveLength(36);
    expect(matrix[0]![1]).toBe(2);
    expect(matrix[35]![6]).toBe(1);
    expect(matrix.flat().reduce((total, count) => total + count, 0)).toBe(3);
  });

  test('every label has a row and a column of its own', () => {
    expect(labelConfusion(ALL).flat()).toEqual(new Array(36 * 36).fill(1));
  });
});

describe('emotionConfusion', () => {
  test('counts single emotions', () => {
    const matrix = emotionConfusion([
      { label: single('sad'), prediction: single('neu') },
      { label: single('sad'), prediction: single('sad') },
      { label: single('sad'), prediction: single('neu') },
    ]);
    expect(cell(matrix, 'sad', 'neu')).toBe(2);
    expect(cell(matrix, 'sad', 'sad')).toBe(1);
  });

  test('a blend that is right stays on the diagonal', () => {
    const matrix = emotionConfusion([{ label: HAPPY_SAD, prediction: HAPPY_SAD }]);
    expect(cell(matrix, 'hap', 'hap')).toBe(0.7);
    expect(cell(matrix, 'sad', 'sad')).toBe(0.3);
    expect(matrix.flat().filter((value) => value !== 0)).toHaveLength(2);
  });

  test('what is shared is right, the rest is confused', () => {
    const matrix = emotionConfusion([{ label: HAPPY_SAD, prediction: HAPPY_ANGRY }]);
    expect(cell(matrix, 'hap', 'hap')).toBeCloseTo(0.5, 12);
    expect(cell(matrix, 'hap', 'ang')).toBeCloseTo(0.2, 12);
    expect(cell(matrix, 'sad', 'ang')).toBeCloseTo(0.3, 12);
  });

  test('rows sum to what the labels hold of each emotion, columns to what was said', () => {
    const matrix = emotionConfusion(ALL);
    EMOTIONS.forEach((_, i) => {
      const held = ALL.reduce((total, { label }) => total + softLabel(label)[i]!, 0);
      expect(matrix[i]!.reduce((total, value) => total + value, 0)).toBeCloseTo(held, 9);
      expect(matrix.reduce((total, row) => total + row[i]!, 0)).toBeCloseTo(held, 9);
    });
  });
});
