import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Logits, Probabilities } from '../../../src/core/blemore/emotions.ts';
import { mulberry32 } from '../../../src/core/math/random.ts';
import { softmax } from '../../../src/core/reading/softmax.ts';
import { readFaces } from '../../../src/tools/score/faces.ts';
import { score, type ScoreResult } from '../../../src/tools/score/score-faces.ts';
import { FIXTURES, npz } from '../../support/score.ts';

const SIDE = 48;
const NOBODY = [0, 0, 0, 0, 0, 0, 0, 0, 0, 10];
const HAPPY = [0, 10, 0, 0, 0, 0, 0, 0, 0, 0];
const SAD = [1, 0, 0, 9, 0, 0, 0, 0, 0, 0];
const MIXED = [0, 5, 0, 5, 0, 0, 0, 0, 0, 0];

function images(count: number) {
  const next = mulberry32(count);
  const data = Uint8Array.from({ length: count * SIDE * SIDE }, () => next() % 256);
  return { data, shape: [count, SIDE, SIDE] };
}

function votes(rows: readonly number[][]) {
  return { data: Uint8Array.from(rows.flat()), shape: [rows.length, 10] };
}

describe('readFaces', () => {
  test('gives images as gray pictures, and rows of votes', () => {
    const data = Uint8Array.of(1, 2, 3, 4, 50, 60, 70, 80);
    const file = npz({ images: { data, shape: [2, 2, 2] }, votes: votes([HAPPY, SAD]) });
    const faces = readFaces(file);
    expect(faces.count).toBe(2);
    expect(faces.votes(1)).toEqual(SAD);
    const { width, height, data: pixels } = faces.image(1);
    expect([width, height]).toEqual([2, 2]);
    expect(Array.from(pixels).filter((_, i) => i % 4 === 2)).toEqual([50, 60, 70, 80]);
  });

  test.each([
    ['no array "images"', { votes: votes([HAPPY]) }],
    ['3 dimensions, not 2', { images: { data: Uint8Array.of(1), shape: [1, 1] } }],
    ['must hold bytes', { images: { data: Float32Array.of(1), shape: [1, 1, 1] } }],
    ['1 rows of 10', { images: images(1), votes: votes([HAPPY, SAD]) }],
    ['1 rows of 10', { images: images(1), votes: { data: new Uint8Array(8), shape: [1, 8] } }],
  ])('says what is wrong: %s', (message, arrays) => {
    expect(() => readFaces(npz(arrays))).toThrow(message);
  });
});

describe('score', () => {
  const SAYS_HAPPY: Logits = [0, 0, 0, 9, 0, 0];
  const SAYS_SAD: Logits = [0, 0, 0, 0, 9, 0];
  const SAYS_BOTH: Logits = [0, 0, 0, 9, 9, 0];

  /** Answers one image after another. */
  function answering(answers: readonly Logits[], milliseconds: readonly number[]) {
    let index = -1;
    return {
      read: () => {
        index += 1;
        return Promise.resolve({ logits: answers[index]!, milliseconds: milliseconds[index]! });
      },
    };
  }

  test('counts the usable faces and reads all', async () => {
    const file = npz({ images: images(4), votes: votes([HAPPY, NOBODY, SAD, MIXED]) });
    const answers = [SAYS_HAPPY, SAYS_SAD, SAYS_HAPPY, SAYS_BOTH];
    const reader = answering(answers, [4, 1, 3, 100]);
    const { result, probabilities } = await score(readFaces(file), reader, {
      alpha: 0.2,
      beta: 0.1,
    });
    expect(probabilities).toEqual(answers.map(softmax));
    expect(result).toMatchObject({ n: 3, accuracy: 2 / 3, uar: 0.5, alpha: 0.2, beta: 0.1 });
    expect(result).toMatchObject({ acc_presence: 2 / 3, acc_salience: 1, ms_per_face: 3.5 });
    expect(result.kl).toBeGreaterThan(2);
  });

  test('without votes gives times alone', async () => {
    const reader = answering([SAYS_SAD, SAYS_HAPPY, SAYS_SAD], [1, 7, 2]);
    const faces = readFaces(npz({ images: images(3) }));
    const { result, probabilities } = await score(faces, reader, { alpha: 0.2, beta: 0.1 });
    expect(probabilities).toHaveLength(3);
    expect(result).toEqual({
      n: 3,
      accuracy: null,
      uar: null,
      kl: null,
      acc_presence: null,
      acc_salience: null,
      alpha: 0.2,
      beta: 0.1,
      ms_per_face: 2,
    });
  });
});

describe('the command', { timeout: 60_000 }, () => {
  const TOOL = fileURLToPath(new URL('../../../src/tools/score.ts', import.meta.url));
  const TINY = ['--models', FIXTURES, '--pack', 'tiny-pack'];
  let folder: string;

  function run(...args: readonly string[]) {
    return promisify(execFile)(process.execPath, ['--import', 'tsx', TOOL, ...args]);
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'score-'));
    const rows = Array.from({ length: 12 }, (_, i) => [HAPPY, SAD, NOBODY][i % 3]!);
    await writeFile(join(folder, 'faces.npz'), npz({ images: images(12), votes: votes(rows) }));
  });

  afterAll(() => rm(folder, { recursive: true }));

  test('prints one object and writes a row for every image', async () => {
    const out = join(folder, 'probabilities.json');
    const { stdout } = await run(join(folder, 'faces.npz'), ...TINY, '--out', out);
    const result = JSON.parse(stdout) as ScoreResult;
    expect(result).toMatchObject({ n: 8, alpha: 0.2, beta: 0.3 });
    expect(result.kl).toBeGreaterThan(0);
    expect(result.acc_salience).toBeNull();
    expect(result.ms_per_face).toBeGreaterThan(0);
    const rows = JSON.parse(await readFile(out, 'utf8')) as Probabilities[];
    expect(rows).toHaveLength(12);
    for (const row of rows) {
      expect(row).toHaveLength(6);
      expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
    }
    expect(new Set(rows.map((row) => row[0])).size).toBe(12);
  });

  test.each([
    [['--models', FIXTURES], 'Which file?'],
    [['missing.npz', ...TINY], 'missing.npz'],
  ])('says what it lacks: %j', async (args, message) => {
    const failure = await run(...args).then(
      () => null,
      (error: unknown) => error as { code: number; stdout: string; stderr: string },
    );
    expect(failure).toMatchObject({ code: 1, stdout: '' });
    expect(failure?.stderr).toContain(message);
  });
});
