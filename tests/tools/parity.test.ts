import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { report } from '../../src/tools/parity.ts';
import { checkParity } from '../../src/tools/parity/checks.ts';
import { parseParity, type ParityData } from '../../src/tools/parity/schema.ts';
import { parityData } from '../support/parity-data.ts';

const FIXTURE = fileURLToPath(new URL('../fixtures/parity/blemore-common.json', import.meta.url));

/** Where the file and we differ, after a change to the file. */
function differences(change: (data: ParityData) => void): string[] {
  const data = parityData();
  change(data);
  return checkParity(data)
    .flatMap(({ comparisons }) => comparisons)
    .filter(({ same }) => !same)
    .map(({ where }) => where);
}

describe('checkParity', () => {
  test('agrees with everything in the reference’s file', () => {
    const counts = checkParity(parityData()).map(({ key, comparisons }) => {
      return [key, comparisons.filter(({ same }) => same).length, comparisons.length];
    });
    expect(counts).toEqual([
      ['labels', 1, 1],
      ['decisions', 3000, 3000],
      // Of each set: 120 soft labels, 120 predictions and their number, the grid and two figures.
      ['labelled_sets', 976, 976],
      ['aggregations', 5, 5],
      ['subsamples', 4, 4],
      ['filenames', 5, 5],
    ]);
  });

  test.each<[where: string, change: (data: ParityData) => void]>([
    ['labels', (data) => data.labels.reverse()],
    ['decisions[2]', (data) => (data.decisions[2]!.prediction[0]!.salience = 50)],
    ['labelled_sets[0].soft_labels[7]', (data) => data.labelled_sets[0]!.soft_labels[7]!.reverse()],
    [
      'labelled_sets[1].grid_search',
      (data) => (data.labelled_sets[1]!.grid_search.beta += Number.EPSILON),
    ],
    ['labelled_sets[2].acc_presence', (data) => (data.labelled_sets[2]!.acc_presence += 1e-12)],
    ['labelled_sets[3].acc_salience', (data) => (data.labelled_sets[3]!.acc_salience = null)],
    ['aggregations[4]', (data) => (data.aggregations[4]!.aggregate[55]! += 1.1e-5)],
    ['aggregations[0]', (data) => data.aggregations[0]!.aggregate.push(0)],
    ['aggregations[1]', (data) => (data.aggregations[1]!.frames = [])],
    ['subsamples[3]', (data) => (data.subsamples[3]!.probabilities[5] -= 1.1e-5)],
    ['filenames[1]', (data) => (data.filenames[1]!.metadata['situation'] = '3')],
    ['filenames[0]', (data) => (data.filenames[0]!.filename = 'A102_joy_int1_ver1')],
  ])('finds a difference in %s', (where, change) => {
    expect(differences(change)).toEqual([where]);
  });

  test('finds a missing and a wrong prediction of a set', () => {
    const [name] = parityData().labelled_sets[0]!.filenames;
    const changed = differences(({ labelled_sets }) => {
      labelled_sets[0]!.predictions = { [name!]: [] };
    });
    expect(changed).toContain('labelled_sets[0].predictions.length');
    expect(changed).toContain(`labelled_sets[0].predictions.${name!}`);
  });

  test('allows aggregates 1e-5', () => {
    expect(differences((data) => (data.aggregations[4]!.aggregate[55]! += 0.9e-5))).toEqual([]);
  });

  test('counts two clips of one name once, the last, as the reference does', () => {
    const changed = differences(({ labelled_sets }) => {
      for (const set of labelled_sets) {
        set.filenames.unshift(set.filenames[0]!);
        set.soft_labels.unshift(set.soft_labels[0]!);
        set.probabilities.unshift([1, 0, 0, 0, 0, 0]);
      }
    });
    expect(changed).toEqual([]);
  });
});

test('a report shows the first five differences and counts the rest', () => {
  const same = { where: 'x[0]', expected: 1, actual: 1, same: true };
  const wrong = Array.from({ length: 7 }, (_, i) => {
    return { where: `x[${i + 1}]`, expected: [1], actual: [2], same: false };
  });
  const lines = report({ key: 'x', comparisons: [same, ...wrong] });
  expect(lines).toHaveLength(7);
  expect(lines[0]).toMatch(/^x +1 of 8 agree$/);
  expect(lines[1]).toBe('  x[1]: expected [1], got [2]');
  expect(lines[6]).toBe('  and 2 more');
});

describe('parseParity names what is wrong', () => {
  test.each([
    ['{"labels": [', /^is not JSON: /],
    ['12', /^is not a parity file: the whole: /],
    [
      '{"labels": [], "decisions": []}',
      /^lacks labelled_sets, aggregations, subsamples, filenames$/,
    ],
  ])('%s', (content, message) => {
    expect(() => parseParity(content)).toThrow(message);
  });

  test('by its path', () => {
    const data = parityData();
    data.decisions[8]!.alpha = NaN;
    expect(() => parseParity(JSON.stringify(data))).toThrow(
      /^is not a parity file: decisions\.8\.alpha: /,
    );
  });
});

describe('npm run parity', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parity-'));
  const other = join(folder, 'other.json');
  const broken = join(folder, 'broken.json');

  beforeAll(() => {
    const data = parityData();
    data.decisions[4]!.alpha = 1e-9;
    writeFileSync(other, JSON.stringify(data));
    writeFileSync(broken, '{"labels":');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function parity(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
    const program = fileURLToPath(new URL('../../src/tools/parity.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', program, ...args]);
    const code = new Promise((resolve) => child.once('close', resolve));
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: await code, out, err };
  }

  test('exits 0 where all agree', async () => {
    const { code, out, err } = await parity(FIXTURE);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^decisions +3000 of 3000 agree$/m);
  });

  test('exits 1 with the differences', async () => {
    const { code, out } = await parity(other);
    expect(code).toBe(1);
    expect(out).toMatch(/^decisions +2999 of 3000 agree$/m);
    expect(out).toMatch(/^ {2}decisions\[4\]: expected .*, got /m);
  });

  test.each([
    ['no file', [], /Which file\?/],
    ['a missing file', [join(folder, 'none.json')], /none\.json cannot be read: ENOENT/],
    ['a file that is not JSON', [broken], /broken\.json is not JSON: /],
  ])('says in one line what is wrong with %s', async (_, args, message) => {
    const { code, out, err } = await parity(...args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
