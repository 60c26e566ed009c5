import { describe, expect, test } from 'vitest';
import type { Prediction, Reading } from '../../../src/core/blemore/prediction.ts';
import type { Session } from '../../../src/core/session/session.ts';
import { de } from '../../../src/ui/words/de.ts';
import { en } from '../../../src/ui/words/en.ts';
import { es } from '../../../src/ui/words/es.ts';
import { fr } from '../../../src/ui/words/fr.ts';
import { sv } from '../../../src/ui/words/sv.ts';
import {
  awaitedWords,
  shortWords,
  statusSentence,
  truthWords,
} from '../../../src/ui/words/reading.ts';

const SINGLE: Prediction = [{ emotion: 'neu', salience: 100 }];
const BLEND: Prediction = [
  { emotion: 'hap', salience: 70 },
  { emotion: 'sad', salience: 30 },
];

function reading(prediction: Prediction, certain = true): Reading {
  return { probabilities: [0, 0, 0, 0.6, 0.3, 0.1], prediction, certain };
}

const SOURCE = {
  kind: 'camera',
  label: 'C',
  mirrored: true,
  size: { width: 4, height: 3 },
} as const;
const RUNNING: Session = {
  state: 'running',
  source: SOURCE,
  backend: { kind: 'wasm', adapter: null },
};

describe('shortWords(reading)', () => {
  test('names a single emotion without a number', () => {
    expect(shortWords(en, reading(SINGLE))).toBe('Neutral');
  });

  test('numbers the two of a blend', () => {
    expect(shortWords(en, reading(BLEND))).toBe('70 Happiness · 30 Sadness');
  });

  test('gives no number where nothing is present', () => {
    expect(shortWords(en, reading(SINGLE, false))).toBe('closest to Neutral');
  });
});

describe('awaitedWords(output)', () => {
  test.each([
    [null, 'Looking for a face'],
    [{ kind: 'pending', gathered: 0.9 }, 'Gathering the first frames'],
    [{ kind: 'pending', gathered: 1 }, 'Reading for the first time'],
    [{ kind: 'implausible', reason: 'turned' }, 'Turn towards the camera'],
    [{ kind: 'unavailable', reason: 'rebuilding' }, 'Looking for a face'],
  ] as const)('%o', (output, text) => {
    expect(awaitedWords(en, output)).toBe(text);
  });
});

describe('statusSentence(session, reading)', () => {
  test.each([
    [reading(SINGLE), 'Reads as Neutral.'],
    [reading(BLEND), 'Reads as 70 percent Happiness and 30 percent Sadness.'],
    [reading(SINGLE, false), 'Nothing clear, closest to Neutral.'],
    [null, 'Looking for a face.'],
  ])('while running', (current, sentence) => {
    expect(statusSentence(en, RUNNING, current, null)).toBe(sentence);
  });

  test('of a face that has no reading yet', () => {
    const sentence = statusSentence(en, RUNNING, null, { kind: 'pending', gathered: 0.5 });
    expect(sentence).toBe('Reading a face for the first time.');
  });

  test.each([
    ['turned', 'The face cannot be read as it is turned. Turn towards the camera.'],
    ['too-small', 'The face is too small to be read. Come closer.'],
  ] as const)('of a face that is not read, as it is %s', (reason, sentence) => {
    const output = { kind: 'implausible', reason } as const;
    expect(statusSentence(en, RUNNING, null, output)).toBe(sentence);
  });

  test.each([en, de, sv, fr, es])(
    'of a face that is not read, why and what to do, as is seen ($locale)',
    (words) => {
      for (const reason of ['turned', 'too-small'] as const) {
        const output = { kind: 'implausible', reason } as const;
        const sentence = statusSentence(words, RUNNING, reading(SINGLE), output);
        const [why, advice, ...more] = sentence.split(/(?<=\.) /);
        expect([why?.endsWith('.'), more]).toEqual([true, []]);
        expect(advice).toBe(`${words.reading.implausible[reason]}.`);
      }
    },
  );

  test('says what is going on otherwise', () => {
    expect(statusSentence(en, { state: 'idle' }, null, null)).toBe('');
    expect(
      statusSentence(en, { state: 'opening', source: 'camera', long: false }, null, null),
    ).toBe('Opening the camera.');
    expect(statusSentence(en, { state: 'opening', source: 'file', long: false }, null, null)).toBe(
      'Opening.',
    );
    expect(
      statusSentence(
        en,
        { state: 'loading', source: SOURCE, progress: { loaded: 0, total: 1 } },
        reading(SINGLE),
        null,
      ),
    ).toBe('Loading the model.');
    expect(
      statusSentence(
        en,
        { state: 'waiting', source: SOURCE, reason: 'unplugged' },
        reading(SINGLE),
        null,
      ),
    ).toBe('The camera is unplugged.');
  });
});

describe('truthWords(truth)', () => {
  test('lists what is drawn in label order', () => {
    expect(truthWords(en, [0, 0, 0.3, 0, 0.7, 0])).toBe('30 Fear 70 Sadness');
  });

  test('leaves out what cannot be seen', () => {
    expect(truthWords(en, [0.02, 0, 0, 0.98, 0, 0])).toBe('98 Happiness');
  });
});
