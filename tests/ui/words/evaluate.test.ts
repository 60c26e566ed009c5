import { describe, expect, test } from 'vitest';
import { en } from '../../../src/ui/words/en.ts';
import { durationWords, runSentence, sharesWords } from '../../../src/ui/words/evaluate.ts';

describe('sharesWords(shares)', () => {
  test('names a single emotion without a number, a blend with both', () => {
    expect(sharesWords(en, [{ emotion: 'ang', salience: 100 }])).toBe('Anger');
    expect(
      sharesWords(en, [
        { emotion: 'hap', salience: 70 },
        { emotion: 'sad', salience: 30 },
      ]),
    ).toBe('70 Happiness · 30 Sadness');
  });

  test('hides nothing of what a predictions file says', () => {
    expect(sharesWords(en, [{ emotion: 'sad', salience: 62.51 }])).toBe('62.5 Sadness');
    expect(sharesWords(en, [])).toBe('');
  });
});

describe('run.summary(inputs)', () => {
  const inputs = { kind: 'clips', rows: 12, labelled: 12, blends: 5, folds: [] } as const;

  test('says how many there are, and how many can be scored', () => {
    expect(en.run.summary(inputs)).toBe('12 clips, all labelled, 5 as blends');
    expect(en.run.summary({ ...inputs, labelled: 10, folds: ['0', '1'] })).toBe(
      '12 clips, 10 of them labelled, 5 as blends, in 2 folds',
    );
  });

  test('says nothing of blends where nothing is labelled', () => {
    expect(
      en.run.summary({ ...inputs, kind: 'predictions', rows: 1, labelled: 0, blends: 0 }),
    ).toBe('1 prediction, 0 of them labelled');
  });
});

test('durationWords(seconds) is rough', () => {
  expect([0.2, 40, 60, 719, 3600 + 20 * 60].map((seconds) => durationWords(en, seconds))).toEqual([
    '1 s',
    '40 s',
    '1 min',
    '12 min',
    '1 h 20 min',
  ]);
});

test('run.speed(times) has a decimal where it matters', () => {
  expect([0.84, 9.96].map(en.run.speed)).toEqual(['0.8× real time', '10× real time']);
});

test('runSentence(state, progress) tells how far the run is', () => {
  const progress = { done: 3, total: 12, current: null, speed: null, secondsLeft: null };
  expect(runSentence(en, { state: 'idle' }, null)).toBe('');
  expect(runSentence(en, { state: 'running' }, progress)).toBe('Evaluating. 3 of 12 clips done.');
  expect(runSentence(en, { state: 'paused' }, progress)).toBe('Paused. 3 of 12 clips done.');
});
