import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Logits } from '../../../src/core/blemore/emotions.ts';
import { softmax } from '../../../src/core/reading/softmax.ts';
import { rowOf, type ClipRow } from '../../../src/evaluation/clip-row.ts';
import type { ClipState } from '../../../src/evaluation/clip-state.ts';
import { framesFile } from '../../../src/evaluation/exports/frames.ts';
import { predictionsFile, submission } from '../../../src/evaluation/exports/predictions.ts';
import { FrameSeriesBuilder } from '../../../src/evaluation/frame-series.ts';
import { resultOf } from '../../support/evaluation-clips.ts';

const BLENDED: Logits = [0, 0, 0, 2, 2, 0];
const ANGRY: Logits = [5, 0, 0, 0, 0, 0];
const RULE = { decoder: 'rule', thresholds: { alpha: 0.2, beta: 0.1 } } as const;

function row(name: string, state: ClipState): ClipRow {
  const entry = { name, file: new File([], name), label: null, fold: null, given: null };
  return rowOf(entry, state, RULE);
}

const finished = (name: string, logits: Logits) =>
  row(name, { state: 'finished', result: resultOf(logits), restored: false });

const ROWS = [
  finished('test_0001.mov', BLENDED),
  finished('test_0002.mov', ANGRY),
  row('test_0003.mov', { state: 'failed', problem: { kind: 'no-face', frames: 2 } }),
  row('test_0004.mov', { state: 'waiting' }),
];

const TEMPLATE = {
  predictions: {
    'test_0001.mov': [
      { emotion: 'hap', salience: 50 },
      { emotion: 'sad', salience: 50 },
    ],
    'test_0002.mov': [{ emotion: 'ang', salience: 100 }],
  },
};

describe('predictions', () => {
  test('are of the template’s form, and clips without one are left out', async () => {
    const { name, blob } = predictionsFile(ROWS);
    expect(name).toBe('predictions.json');
    expect(JSON.parse(await blob.text())).toEqual(TEMPLATE);
  });

  test('are zipped without a folder, always into the same bytes', async () => {
    const bytes = await submission(ROWS).blob.bytes();
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['predictions.json']);
    expect(JSON.parse(strFromU8(files['predictions.json']!))).toEqual(TEMPLATE);
    expect(await submission(ROWS).blob.bytes()).toEqual(bytes);
  });
});

test('names are members of the file and nothing else', async () => {
  const rows = ['__proto__', 'constructor', '"x": 1, "'].map((name) => finished(name, ANGRY));
  const text = await predictionsFile(rows).blob.text();
  expect(Object.entries((JSON.parse(text) as typeof TEMPLATE).predictions)).toEqual(
    rows.map(({ name, prediction }) => [name, prediction]),
  );
});

describe('frames', () => {
  test('a line for every analysed frame, empty where no face was read', async () => {
    const series = new FrameSeriesBuilder();
    const logits: Logits = [0.1, -2, 0, 3.25, 1e-7, 12.5];
    series.add(0, logits);
    series.add(0.2, null);
    const result = { ...resultOf(ANGRY), series: series.build() };
    const rows = [
      row('"a", b.mov', { state: 'finished', result, restored: false }),
      ...ROWS.slice(2),
    ];
    const text = await framesFile(rows, 6).blob.text();
    const lines = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true }).data;
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({ filename: '"a", b.mov', frame: '0', seconds: '0' });
    expect(lines[1]).toMatchObject({
      frame: '6',
      seconds: '0.2',
      ang_logit: '',
      neu_probability: '',
    });
    expect(Math.fround(Number(lines[0]?.['ang_logit']))).toBe(Math.fround(0.1));
    expect(Math.fround(Number(lines[0]?.['sad_logit']))).toBe(Math.fround(1e-7));
    expect(Number(lines[0]?.['neu_probability'])).toBeCloseTo(softmax(logits)[5], 7);
  });

  test('no frame is before the clip’s beginning', async () => {
    const series = new FrameSeriesBuilder();
    for (const at of [-0.5, -1e-9, 0, 0.5]) series.add(at, ANGRY);
    const result = { ...resultOf(ANGRY), series: series.build() };
    const text = await framesFile(
      [row('a.mov', { state: 'finished', result, restored: true })],
      1,
    ).blob.text();
    expect(text.split('\n').map((line) => line.split(',').slice(0, 3).join())).toEqual([
      'filename,frame,seconds',
      'a.mov,1,0',
      'a.mov,2,0',
      'a.mov,3,0.5',
      '',
    ]);
  });

  test('no name is a formula, and numbers stay numbers', async () => {
    const names = ['=HYPERLINK("x")', '+1', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', 'a=1'];
    const rows = names.map((name) => finished(name, [-5, 0, 0, 0, 0, 0]));
    const text = await framesFile(rows, 1).blob.text();
    const lines = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true }).data;
    expect([...new Set(lines.map(({ filename }) => filename))]).toEqual([
      ...names.slice(0, -1).map((name) => `'${name}`),
      'a=1',
    ]);
    expect(lines[0]?.['ang_logit']).toBe('-5');
  });

  test('clips follow each other in one table', async () => {
    const text = await framesFile(ROWS, 1).blob.text();
    expect(text.split('\n').map((line) => line.split(',').slice(0, 2).join())).toEqual([
      'filename,frame',
      'test_0001.mov,0',
      'test_0001.mov,1',
      'test_0002.mov,0',
      'test_0002.mov,1',
      '',
    ]);
  });
});
