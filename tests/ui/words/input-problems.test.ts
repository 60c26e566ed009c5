import { describe, expect, test } from 'vitest';
import type { PredictionFault } from '../../../src/evaluation/inputs/input-problem.ts';
import { FILE_PROBLEMS } from '../../support/file-problems.ts';
import { clipProblemWords, inputProblemWords } from '../../../src/ui/words/en/input-problems.ts';

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

  test('says where a text stops being JSON', () => {
    const problem = { kind: 'json-invalid', file: 'p.json', line: 3, column: 7 } as const;
    expect(inputProblemWords({ ...problem, found: '}' })).toBe(
      'It is not JSON: in line 3, column 7, “}” does not belong.',
    );
    expect(inputProblemWords({ ...problem, found: '' })).toBe(
      'It is not JSON: in line 3, column 7, the end of the file does not belong.',
    );
  });

  test('says which clip of a predictions file is left out, and why', () => {
    const problem = { kind: 'prediction-invalid', file: 'p.json', line: 4, clip: 'a.mov' } as const;
    const words = (fault: PredictionFault) => inputProblemWords({ ...problem, fault });
    expect(words({ kind: 'salience-invalid', item: 1, value: 'NaN' })).toBe(
      'Line 4, clip “a.mov”, is left out: the salience of its emotion 1, “NaN”, is no number from 0 to 100.',
    );
    expect(words({ kind: 'emotion-repeated', item: 2, emotion: 'hap' })).toBe(
      'Line 4, clip “a.mov”, is left out: it names hap twice.',
    );
    expect(words({ kind: 'emotion-unknown', item: 1, value: '"joy"' })).toBe(
      'Line 4, clip “a.mov”, is left out: its emotion 1, “"joy"”, is none of ang, disg, fea, hap, sad, neu.',
    );
  });

  test('counts what matched nothing, and names the first with its nearest', () => {
    const first = { name: 'A102_ang', line: 2, nearest: 'clip_1.mp4' };
    const problem = { file: 'metadata.csv', inputs: 'clips', entries: 3 } as const;
    const rows = (unmatched: number, all: number) =>
      inputProblemWords({
        ...problem,
        kind: 'rows-unmatched',
        rows: all,
        unmatched: Array<typeof first>(unmatched).fill(first),
      });
    const tail = 'the first is “A102_ang” in line 2, and the nearest to it is “clip_1.mp4”.';
    expect(rows(2456, 2456)).toBe(`2,456 rows, none of which names one of your 3 clips; ${tail}`);
    expect(rows(2453, 2456)).toBe(`2,453 of 2,456 rows do not name one of your 3 clips; ${tail}`);
    const clip = { name: 'c.mp4', line: null, nearest: null };
    expect(inputProblemWords({ ...problem, kind: 'entries-unmatched', unmatched: [clip] })).toBe(
      '1 of your 3 clips has no row; the first is “c.mp4”.',
    );
  });

  test('quotes no more of a value than fits', () => {
    const place = { file: 'folds.csv', line: 7, clip: 'A1' };
    const value = 'x'.repeat(1000);
    const words = inputProblemWords({ kind: 'row-invalid', ...place, column: 'mix', value });
    expect(words.length).toBeLessThan(200);
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

  test('counts the frames of a clip that is shorter than the model reads', () => {
    expect(clipProblemWords({ kind: 'too-short', frames: 5 })).toBe(
      'It shows a face in only 5 frames, and the model reads more at once.',
    );
  });

  test.each(FILE_PROBLEMS)('is one plain sentence and one of advice for $kind', (problem) => {
    const words = clipProblemWords(problem);
    expect(words).toMatch(/^It ([^.]|\.\d)+\. [A-Z]([^.]|\.\d)+\.$/);
    expect(words).not.toMatch(/null|undefined|NaN|Error/);
  });

  test('names the codec where it is known, and what would work', () => {
    expect(clipProblemWords({ kind: 'codec-unsupported', codec: 'H.265' })).toBe(
      'It is coded in H.265, which this browser cannot decode. Open it in Safari, or in Chrome or Edge on a device that decodes H.265, or convert it to H.264.',
    );
    expect(clipProblemWords({ kind: 'codec-unsupported', codec: 'Apple ProRes' })).toBe(
      'It is coded in Apple ProRes, which this browser cannot decode. Convert it to an MP4 with H.264.',
    );
    expect(clipProblemWords({ kind: 'codec-unsupported', codec: null })).not.toContain('null');
  });

  test('names what the file is instead of a video', () => {
    expect(clipProblemWords({ kind: 'format-unsupported', format: 'pdf' })).toBe(
      'It is a PDF document. Choose an MP4, MOV, WebM or MKV video.',
    );
    expect(clipProblemWords({ kind: 'format-unsupported', format: 'avi' })).toBe(
      'It is an AVI video. Convert it to an MP4 with H.264.',
    );
  });

  test('calls only what is damaged so', () => {
    const damaged = FILE_PROBLEMS.filter((problem) =>
      clipProblemWords(problem).includes('damaged'),
    );
    expect(new Set(damaged.map(({ kind }) => kind))).toEqual(new Set(['damaged']));
  });
});
