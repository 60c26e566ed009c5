import { describe, expect, test } from 'vitest';
import { readInputs } from '../../../src/evaluation/inputs/read-inputs.ts';

const file = (name: string, text = '') => new File([text], name);

const COLUMNS = 'filename,mix,emotion_1,emotion_2,emotion_1_salience,emotion_2_salience,fold';
const PREDICTIONS =
  '{"predictions": {"A102_ang_int1_ver1": [{"emotion": "sad", "salience": 100}]}}';

const HAPPY = [{ emotion: 'hap', salience: 100 }];
const ANGRY = [{ emotion: 'ang', salience: 100 }];

describe('clips', () => {
  test('labels come from names, in the order of the names', async () => {
    const files = ['b.webm', 'A438_mix_disg_hap_30_70_ver1.mov', 'A102_ang_int1_ver1.MP4'];
    const { kind, entries, problems } = await readInputs(files.map((name) => file(name)));
    expect(kind).toBe('clips');
    expect(problems).toEqual([]);
    expect(entries.map(({ name, label }) => [name, label])).toEqual([
      ['A102_ang_int1_ver1.MP4', ANGRY],
      [
        'A438_mix_disg_hap_30_70_ver1.mov',
        [
          { emotion: 'disg', salience: 30 },
          { emotion: 'hap', salience: 70 },
        ],
      ],
      ['b.webm', null],
    ]);
  });

  test('a table’s label goes before a name’s, with or without the extension', async () => {
    const table = file(
      'meta.csv',
      `${COLUMNS}\nA102_ang_int1_ver1,0,hap,,,,3\ntest_0001.mov,0,hap,,,,`,
    );
    const { entries } = await readInputs([
      file('A102_ang_int1_ver1.mov'),
      file('test_0001.mov'),
      table,
    ]);
    expect(entries.map(({ label, fold }) => [label, fold])).toEqual([
      [HAPPY, '3'],
      [HAPPY, null],
    ]);
  });

  test('of two of one name the first is taken and the second named', async () => {
    const first = file('a.mov', 'first');
    const { entries, problems } = await readInputs([first, file('a.mov', 'second')]);
    expect(entries.map((entry) => entry.file)).toEqual([first]);
    expect(problems).toEqual([{ kind: 'same-name', file: 'a.mov' }]);
  });

  test('wrong files are named, and the rest is read', async () => {
    const { entries, problems } = await readInputs([
      file('notes.txt'),
      file('.DS_Store'),
      file('a.mov'),
      file('empty.csv'),
      file('settings.json', '{}'),
    ]);
    expect(entries).toHaveLength(1);
    expect(problems.map((problem) => [problem.kind, problem.file])).toEqual([
      ['other-file', 'notes.txt'],
      ['columns-missing', 'empty.csv'],
      ['predictions-invalid', 'settings.json'],
    ]);
  });

  test('a clip’s second row is named, across tables, and the first counts', async () => {
    const { entries, problems } = await readInputs([
      file('a.mov'),
      file('one.csv', `${COLUMNS}\na.mov,0,hap,,,,`),
      file('two.csv', `${COLUMNS}\nb,0,ang,,,,\na,0,ang,,,,`),
    ]);
    expect(entries[0]?.label).toEqual(HAPPY);
    expect(problems).toEqual([{ kind: 'row-repeated', file: 'two.csv', line: 3, clip: 'a' }]);
  });

  test('a file that cannot be read any more is named', async () => {
    const gone = file('meta.csv');
    gone.text = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    expect((await readInputs([gone])).problems).toEqual([
      { kind: 'file-unreadable', file: 'meta.csv' },
    ]);
  });
});

describe('predictions', () => {
  test('alone they are the rows, labelled by name or table', async () => {
    const { kind, entries } = await readInputs([
      file('p.json', PREDICTIONS),
      file('meta.csv', `${COLUMNS}\nA102_ang_int1_ver1.mov,0,hap,,,,1`),
    ]);
    expect(kind).toBe('predictions');
    expect(entries).toEqual([
      {
        name: 'A102_ang_int1_ver1',
        file: null,
        label: HAPPY,
        fold: '1',
        given: [{ emotion: 'sad', salience: 100 }],
      },
    ]);
  });

  test('beside clips, or beside others, they are left aside', async () => {
    const unused = [{ kind: 'predictions-unused', file: 'q.json' }];
    const beside = await readInputs([file('a.mov'), file('q.json', PREDICTIONS)]);
    expect([beside.kind, beside.problems]).toEqual(['clips', unused]);
    const two = await readInputs([file('p.json', PREDICTIONS), file('q.json', PREDICTIONS)]);
    expect([two.entries.length, two.problems]).toEqual([1, unused]);
  });
});

test('a table alone is said to wait, unless it has a fault already', async () => {
  const table = file('folds.csv', `${COLUMNS}\nA102_ang_int1_ver1,0,hap,,,,3`);
  const alone = await readInputs([table, file('empty.csv')]);
  expect([alone.kind, alone.problems.map(({ kind, file }) => [kind, file])]).toEqual([
    'none',
    [
      ['columns-missing', 'empty.csv'],
      ['table-alone', 'folds.csv'],
    ],
  ]);
  const beside = await readInputs([table, file('a.mov')]);
  expect(beside.problems).toEqual([]);
});

test('nothing is nothing', async () => {
  expect(await readInputs([])).toEqual({ kind: 'none', entries: [], problems: [] });
});
