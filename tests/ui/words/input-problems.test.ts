import { describe, expect, test } from 'vitest';
import { clipProblemWords, inputProblemWords } from '../../../src/ui/words/input-problems.ts';

describe('inputProblemWords(problem)', () => {
  test('names the line, the column and the value that do not fit', () => {
    const place = { file: 'folds.csv', line: 7, clip: 'A1' };
    expect(
      inputProblemWords({ kind: 'row-invalid', ...place, column: 'emotion_1', value: 'joy' }),
    ).toBe('Line 7 is left out: its emotion_1 “joy” does not fit.');
    expect(inputProblemWords({ kind: 'row-invalid', ...place, column: 'mix', value: '' })).toBe(
      'Line 7 is left out: its mix (empty) does not fit.',
    );
  });

  test('lists the columns that are missing', () => {
    const problem = { kind: 'columns-missing', file: 'folds.csv' } as const;
    expect(inputProblemWords({ ...problem, columns: ['mix'] })).toBe('It lacks the column mix.');
    expect(inputProblemWords({ ...problem, columns: ['mix', 'emotion_1'] })).toBe(
      'It lacks the columns mix, emotion_1.',
    );
  });

  test('says where a predictions file leaves the template, if it is a json at all', () => {
    const problem = { kind: 'predictions-invalid', file: 'p.json' } as const;
    expect(inputProblemWords({ ...problem, field: '', reason: 'is not JSON' })).toBe(
      'It is not of the challenge’s template: it is not JSON.',
    );
    expect(inputProblemWords({ ...problem, field: 'predictions.a', reason: 'Expected' })).toBe(
      'It is not of the challenge’s template at “predictions.a”: Expected.',
    );
  });
});

describe('clipProblemWords(problem)', () => {
  test('counts the frames without a face', () => {
    expect(clipProblemWords({ kind: 'no-face', frames: 1 })).toBe(
      'No face was found in any of its 1 frame.',
    );
    expect(clipProblemWords({ kind: 'no-face', frames: 8 })).toBe(
      'No face was found in any of its 8 frames.',
    );
  });

  test('names the codec where it is known', () => {
    expect(clipProblemWords({ kind: 'codec-unsupported', codec: 'hevc' })).toContain('(hevc)');
    expect(clipProblemWords({ kind: 'codec-unsupported', codec: null })).not.toContain('null');
  });
});
