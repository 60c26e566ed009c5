import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { rowOf } from '../../../src/evaluation/clip-row.ts';
import { submission } from '../../../src/evaluation/exports/predictions.ts';
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
      file('labels.xlsx'),
      file('empty.csv'),
      file('settings.json', '{"a": 1}'),
    ]);
    expect(entries).toHaveLength(1);
    expect(problems.map((problem) => [problem.kind, problem.file])).toEqual([
      ['other-file', 'notes.txt'],
      ['spreadsheet', 'labels.xlsx'],
      ['file-empty', 'empty.csv'],
      ['predictions-missing', 'settings.json'],
    ]);
  });

  test('a clip’s second row is named, across tables and spellings, and the first counts', async () => {
    const { entries, problems } = await readInputs([
      file('a.mov'),
      file('b.mov'),
      file('one.csv', `${COLUMNS}\nvideos/A.mov,0,hap,,,,`),
      file('two.csv', `${COLUMNS}\nb,0,ang,,,,\na,0,ang,,,,`),
    ]);
    expect(entries.map(({ label }) => label)).toEqual([HAPPY, ANGRY]);
    expect(problems).toEqual([
      {
        kind: 'row-repeated',
        file: 'two.csv',
        line: 3,
        clip: 'a',
        earlier: { file: 'one.csv', line: 2, clip: 'videos/A.mov' },
      },
    ]);
  });

  test('two clips that one row names are labelled both, and it is said', async () => {
    const { entries, problems } = await readInputs([
      file('a.mov'),
      file('a.mp4'),
      file('b.mov'),
      file('b.mp4'),
      file('one.csv', `${COLUMNS}\na,0,hap,,,,`),
    ]);
    expect(entries.map(({ label }) => label)).toEqual([HAPPY, HAPPY, null, null]);
    expect(problems.filter(({ kind }) => kind === 'row-shared')).toEqual([
      { kind: 'row-shared', file: 'a.mp4', earlier: 'a.mov' },
    ]);
  });

  test('a file that cannot be read any more is named', async () => {
    const gone = file('meta.csv');
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    expect((await readInputs([gone])).problems).toEqual([
      { kind: 'file-unreadable', file: 'meta.csv' },
    ]);
  });
});

describe('names that matched nothing are listed', () => {
  const rows = (...names: string[]) => [COLUMNS, ...names.map((n) => `${n},0,hap,,,,`)].join('\n');

  test('rows without a clip and clips without a row, each with the nearest of the other side', async () => {
    const { problems } = await readInputs([
      file('clip_1.mov'),
      file('clip_2.mov'),
      file('train.csv', rows('clip_1', 'videos/clip_02.mov', 'other')),
    ]);
    expect(problems).toEqual([
      {
        kind: 'rows-unmatched',
        file: 'train.csv',
        rows: 3,
        unmatched: [
          { name: 'videos/clip_02.mov', line: 3, nearest: 'clip_2.mov' },
          { name: 'other', line: 4, nearest: 'clip_2.mov' },
        ],
        inputs: 'clips',
        entries: 2,
      },
      {
        kind: 'entries-unmatched',
        file: 'train.csv',
        unmatched: [{ name: 'clip_2.mov', line: null, nearest: 'videos/clip_02.mov' }],
        inputs: 'clips',
        entries: 2,
      },
    ]);
  });

  test('predictions as well as clips', async () => {
    const { problems } = await readInputs([file('p.json', PREDICTIONS), file('t.csv', rows('b'))]);
    expect(problems).toMatchObject([
      { kind: 'rows-unmatched', inputs: 'predictions', rows: 1, unmatched: [{ name: 'b' }] },
      { kind: 'entries-unmatched', unmatched: [{ name: 'A102_ang_int1_ver1', nearest: 'b' }] },
    ]);
  });

  test('a clip whose row is among the problems is not told of twice', async () => {
    const { problems } = await readInputs([
      file('a.mov'),
      file('b.mov'),
      file('t.csv', `${rows('a')}\nb,0,awe,,,,`),
    ]);
    expect(problems.map(({ kind }) => kind)).toEqual(['row-invalid']);
  });

  test('without a table there is nothing to match', async () => {
    expect((await readInputs([file('a.mov')])).problems).toEqual([]);
  });

  test('as many names as the data set has take no longer than a blink', async () => {
    const many = (prefix: string) => Array.from({ length: 3_050 }, (_, i) => `${prefix}_${i}`);
    const clips = many('clip').map((name) => file(`${name}.mov`));
    const before = process.cpuUsage();
    const { problems } = await readInputs([...clips, file('t.csv', rows(...many('row')))]);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(1);
    expect(problems).toMatchObject([{ rows: 3_050 }, { entries: 3_050 }]);
  });
});

describe('every spelling of a name finds its row', () => {
  test.each([
    ['folders in front', 'videos/train/Zo\u00eb.mp4', 'zo\u00eb.mov'],
    ['Windows’ folders', 'D:\\data\\zo\u00eb.mp4', 'zo\u00eb.mov'],
    ['letter case', 'ZO\u00cb', 'zo\u00eb.mov'],
    ['decomposed letters', 'zoe\u0308', 'zo\u00eb.mov'],
    ['composed letters', 'zo\u00eb', 'zoe\u0308.mov'],
  ])('%s', async (_, row, clip) => {
    const { entries, problems } = await readInputs([
      file(clip),
      file('t.csv', `${COLUMNS}\n${row},0,hap,,,,2`),
    ]);
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([{ name: clip, label: HAPPY, fold: '2' }]);
  });

  test('and gives the label that a name of BLEMORE’s form says', async () => {
    const names = ['videos/A102_hap_int1_ver1.mov', 'D:\\x\\a103_HAP_int1_ver1.MOV'];
    const predictions = Object.fromEntries(
      names.map((n) => [n, [{ emotion: 'hap', salience: 1 }]]),
    );
    const { entries } = await readInputs([file('p.json', JSON.stringify(predictions))]);
    expect(entries.map(({ label }) => label)).toEqual([HAPPY, HAPPY]);
  });
});

describe('zips', () => {
  const zip = (files: Record<string, string>, name = 'submission.zip') =>
    new File(
      [zipSync(Object.fromEntries(Object.entries(files).map(([n, t]) => [n, strToU8(t)])))],
      name,
    );
  /** Says in its directory that what is in it takes 40 MB. */
  const swollen = async (zipped: File) => {
    const bytes = Buffer.from(await zipped.arrayBuffer());
    bytes.writeUInt32LE(40_000_000, bytes.indexOf('PK\u0001\u0002') + 24);
    return new File([bytes], zipped.name);
  };
  const problems = async (given: File) => (await readInputs([given])).problems;

  test('the page’s own is taken back', async () => {
    const { entries } = await readInputs([file('p.json', PREDICTIONS)]);
    const rows = entries.map((entry) =>
      rowOf(entry, null, { decoder: 'rule', thresholds: { alpha: 0.1, beta: 0.1 } }),
    );
    const { name, blob } = submission(rows);
    expect((await readInputs([new File([blob], name)])).entries).toEqual(entries);
  });

  test('in a folder, beside what systems add', async () => {
    const { kind, entries, problems } = await readInputs([
      zip({
        'submission/predictions.json': PREDICTIONS,
        'submission/labels.csv': COLUMNS,
        'submission/model.json': '{"name": "mine"}',
        '__MACOSX/submission/._predictions.json': '\u0000\u0005',
      }),
    ]);
    expect([kind, entries.length, problems]).toEqual(['predictions', 1, []]);
  });

  test('one that is named a json is still one', async () => {
    const { entries } = await readInputs([zip({ 'p.json': PREDICTIONS }, 'p.json')]);
    expect(entries).toHaveLength(1);
  });

  test('without predictions, with several, damaged, or swollen', async () => {
    const file = 'submission.zip';
    expect(await problems(zip({ 'a.txt': '' }))).toEqual([
      { kind: 'archive-without-predictions', file },
    ]);
    expect(await problems(zip({ 'a.json': PREDICTIONS, 'x/b.json': PREDICTIONS }))).toEqual([
      { kind: 'archive-ambiguous', file, inside: ['a.json', 'x/b.json'] },
    ]);
    expect(await problems(zip({ 'a.json': '{"predictions": {}}' }))).toEqual([
      { kind: 'predictions-empty', file },
    ]);
    expect(await problems(new File(['PK\u0003\u0004 cut short'], file))).toEqual([
      { kind: 'archive-damaged', file },
    ]);
    expect(await problems(await swollen(zip({ 'a.json': PREDICTIONS })))).toEqual([
      { kind: 'file-large', file, limit: 32_000_000 },
    ]);
  });
});

describe('files that are not what their names say', () => {
  test.each([
    ['a workbook named a csv', 'labels.csv', 'PK\u0003\u0004', 'spreadsheet'],
    ['a picture named a csv', 'labels.csv', '\u0000\u0001\u0002', 'file-binary'],
    ['a picture named a json', 'p.json', '\u0000\u0001\u0002', 'file-binary'],
    ['an empty csv', 'labels.csv', '', 'file-empty'],
    ['an empty json', 'p.json', '', 'file-empty'],
    ['an empty zip', 'p.zip', '', 'file-empty'],
  ])('%s', async (_, name, content, kind) => {
    expect((await readInputs([file(name, content)])).problems).toEqual([{ kind, file: name }]);
  });

  test('a csv larger than any table is not even read', async () => {
    const large = file('labels.csv');
    Object.defineProperty(large, 'size', { value: 33_000_000 });
    large.arrayBuffer = () => Promise.reject(new Error('read all the same'));
    expect((await readInputs([large])).problems).toMatchObject([{ kind: 'file-large' }]);
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
      ['file-empty', 'empty.csv'],
      ['table-alone', 'folds.csv'],
    ],
  ]);
  const beside = await readInputs([table, file('A102_ang_int1_ver1.mov')]);
  expect(beside.problems).toEqual([]);
});

test('nothing is nothing', async () => {
  expect(await readInputs([])).toEqual({ kind: 'none', entries: [], problems: [] });
});
