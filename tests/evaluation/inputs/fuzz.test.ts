import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { EMOTIONS } from '../../../src/core/blemore/emotions.ts';
import { decodeText } from '../../../src/evaluation/inputs/decode-text.ts';
import type { InputProblem } from '../../../src/evaluation/inputs/input-problem.ts';
import { parseMetadata } from '../../../src/evaluation/inputs/metadata.ts';
import { parsePredictions } from '../../../src/evaluation/inputs/predictions-file.ts';
import { readInputs } from '../../../src/evaluation/inputs/read-inputs.ts';
import { inputProblemWords } from '../../../src/ui/words/en/input-problems.ts';
import { fuzz, mutated } from '../../support/fuzz.ts';

const INPUTS = 5_000;
const TIMEOUT = 180_000;

const ROWS = [
  'filename,mix,emotion_1,emotion_2,emotion_1_salience,emotion_2_salience,fold',
  'clip_1.mp4,0,hap,,100,,0',
  'videos/Zoë_2.mp4,1,hap,sad,70,30,1',
  'D:\\x\\clip_3,1,Anger,disg,50,50,2',
  'clip_4,0,neu,,,,3',
  'test_0001.mov,,,,,,',
];
const PLAIN = ROWS.join('\n');
const QUOTED = ROWS.map((row) => `${row},"a ""note""\nof two lines"`).join('\r\n');

const TABLES = [
  Buffer.from(PLAIN),
  Buffer.from(QUOTED),
  Buffer.from(`\ufeffsep=;\r\n${PLAIN.replaceAll(',', ';').replace('70;30', '70,0;30,0')}`),
  Buffer.from(`\ufeff${PLAIN.replaceAll(',', '\t')}`, 'utf16le'),
  Buffer.from(PLAIN.replaceAll(',', '|'), 'latin1'),
];
const TABLE_WORDS = [
  ...[
    ',',
    ';',
    '\t',
    '|',
    '"',
    '""',
    '\n',
    '\r',
    '\r\n',
    '\0',
    '\ufeff',
    'sep=;\n',
    '=1+1',
    '__proto__',
  ],
  ...['NaN', '0.7', '70,0', '1e2', '-70', 'Happiness', 'awe', 'clip_1.mp4', 'neu', 'é', '😀'],
];

const HAPPY = '[{"emotion": "hap", "salience": 100.0}]';
const BLEND = '[{"emotion": "disg", "salience": "30.0"}, {"emotion": "hap", "salience": 70}]';
const CLIPS = `{"a.mov": ${HAPPY}, "x/b.mov": ${BLEND},\n "c": ${HAPPY}}`;

const PREDICTIONS = [
  `{"predictions": ${CLIPS}}`,
  CLIPS,
  `[{"filename": "a.mov", "predictions": ${HAPPY}}, {"filename": "b", "predictions": ${BLEND}}]`,
  '{"a": {"hap": 0.7, "sad": 0.3}, "b": {"ang": 1}}',
  `{"predictions": {"a": [{"emotion": "hap", "salience": NaN}], "b": ${BLEND}}}`,
].map((text) => Buffer.from(text));
const ZIPS = PREDICTIONS.map((text) =>
  zipSync({ 'x/p.json': Uint8Array.from(text) }, { mtime: '1980-01-01' }),
);
const PREDICTIONS_WORDS = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '\n',
    '\0',
    '//',
    'null',
    'true',
    '0.5',
    '-1',
    '1e999',
  ],
  ...['NaN', '-Infinity', '"hap"', '"joy"', '"a.mov"', '"__proto__"', '"emotion"', '"salience"'],
  ...['"predictions"', HAPPY, '"a.mov": ', '{}', '[]', '\ufeff', '\\u0000', 'é'],
];

/** Every problem makes a sentence in which nothing is missing. */
function expectWords(problems: readonly InputProblem[]): void {
  const words = problems.map(inputProblemWords);
  const wrong = words.filter(
    (sentence) => !sentence.endsWith('.') || /undefined|\[object|function/.test(sentence),
  );
  if (wrong.length > 0) expect.fail(wrong.join('\n'));
}

/** Whether a line holds more than blanks and delimiters. */
const says = (line: string) => /[^\s,;|"]/.test(line);

/** Every line is a row or told of, and no row says what its line does not. */
function expectAccounted(text: string): void {
  const { rows, problems } = parseMetadata(text, 't.csv');
  const told = problems.flatMap((problem) => ('line' in problem ? problem.line : []));
  if (told.length < problems.length) {
    // The table as a whole is refused.
    expect([rows.length, problems.length]).toEqual([0, 1]);
    return;
  }
  const lines = text.split(/\r\n?|\n/);
  const reported = [...rows.map(({ line }) => line), ...told].sort((a, b) => a - b);
  const heading = lines.findIndex((line) => says(line) && !/^"?sep=/i.test(line));
  const quoted = text.includes('"');
  const wrong = [
    ...reported.filter((line, index) => reported.indexOf(line) < index),
    // Lines inside of a quoted cell are parts of a row.
    ...lines.flatMap((line, index) =>
      index > heading && says(line) && !quoted && !reported.includes(index + 1) ? [index + 1] : [],
    ),
    ...rows.filter(({ filename, line, label }) => {
      const next = reported.find((other) => other > line) ?? lines.length + 1;
      const own = lines.slice(line - 1, next - 1).join('\n');
      const blended = label?.length !== 2 || /[357][^]*[357]/.test(own);
      const named = label?.every(({ emotion }) => own.toLowerCase().includes(emotion.slice(0, 3)));
      return !blended || named === false || (!quoted && !own.includes(filename));
    }),
  ];
  expect(wrong).toEqual([]);
}

test(
  `${INPUTS} mutated tables: no error, no hang, and no line that is neither read nor told`,
  () =>
    fuzz(INPUTS, async (draw) => {
      const bytes = mutated(draw.one(TABLES), TABLE_WORDS, draw);
      const text = decodeText(bytes);
      if (text !== null) expectAccounted(text);
      const clips = ['clip_1.mp4', 'zoë_2.mov', 'CLIP_3.webm'].map((name) => new File(['x'], name));
      const { problems, entries } = await readInputs([
        ...clips,
        new File([Uint8Array.from(bytes)], 't.csv'),
      ]);
      expectWords(problems);
      expect(entries).toHaveLength(clips.length);
      // A clip without a label is told of, but where its row says nothing at all.
      if (entries.some(({ label }) => label === null) && !/([,;|\t])\1{4}/.test(text ?? '')) {
        expect(problems).not.toEqual([]);
      }
    }),
  TIMEOUT,
);

type Entry = Record<string, unknown>;

/** What strict JSON holds for each clip, however it is wrapped. */
function entriesOf(json: unknown): Map<string, unknown> | null {
  const inner = (json as Entry)['predictions'] ?? json;
  if (Array.isArray(inner)) {
    return new Map(
      inner.map((entry: Entry) => [String(entry['filename']), entry['predictions'] ?? entry]),
    );
  }
  return typeof inner === 'object' && inner !== null ? new Map(Object.entries(inner)) : null;
}

/** Emotions and saliences of a clip, as the reference would read them. */
function asReference(value: unknown): [string, number][] {
  if (Array.isArray(value)) {
    return value.map((share: Entry) => [String(share['emotion']), Number(share['salience'])]);
  }
  const share = value as Entry;
  if ('emotion' in share) return asReference([share]);
  return Object.entries(share).map(([emotion, salience]) => [emotion, Number(salience)]);
}

function strictly(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function expectFaithful(text: string): void {
  const read = parsePredictions(text, 'p.json');
  const json = strictly(text);
  const predictions = 'predictions' in read ? read.predictions : [];
  if (predictions.length === 0 || json === undefined) expect(read.problems).not.toEqual([]);
  const wrong = predictions.filter(({ shares }) => {
    const emotions = new Set(shares.map(({ emotion }) => emotion));
    const known = shares.every(
      ({ emotion, salience }) => EMOTIONS.includes(emotion) && salience >= 0 && salience <= 100,
    );
    return !known || emotions.size === 0 || emotions.size < shares.length;
  });
  expect(wrong).toEqual([]);
  const entries = json === undefined || predictions.length === 0 ? null : entriesOf(json);
  if (entries === null) return;
  expect(predictions.length + read.problems.length).toBeGreaterThanOrEqual(entries.size);
  // JSON.parse keeps the last of two members of one name, and here the first counts and is told.
  if (read.problems.length > 0) return;
  const said = predictions.map(({ name, shares }) => [
    name,
    shares.map(({ emotion, salience }) => [emotion, salience]),
  ]);
  const scales = [1, 100].map((scale) =>
    [...entries].map(([name, value]) => [
      name,
      asReference(value).map(([emotion, s]) => [emotion, Number((s * scale).toFixed(9))]),
    ]),
  );
  expect(scales).toContainEqual(said);
}

test(
  `${INPUTS} mutated predictions files: no error, no hang, and nothing scored that is not said`,
  () =>
    fuzz(INPUTS, async (draw) => {
      const bytes = mutated(draw.one(PREDICTIONS), PREDICTIONS_WORDS, draw);
      const text = decodeText(bytes);
      if (text !== null) expectFaithful(text);
      const file = draw.one([
        new File([Uint8Array.from(bytes)], 'p.json'),
        new File([Uint8Array.from(mutated(draw.one(ZIPS), PREDICTIONS_WORDS, draw))], 'p.zip'),
      ]);
      const { entries, problems } = await readInputs([file]);
      expectWords(problems);
      expect(entries.length + problems.length).toBeGreaterThan(0);
    }),
  TIMEOUT,
);
