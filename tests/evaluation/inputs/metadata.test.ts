import { describe, expect, test } from 'vitest';
import { parseMetadata } from '../../../src/evaluation/inputs/metadata.ts';

const HEADING =
  'filename,video_id,mix,emotion_1,emotion_2,emotion_1_salience,emotion_2_salience,fold';

const table = (...rows: string[]) => parseMetadata([HEADING, ...rows].join('\n'), 'train.csv');

const single = (emotion: string) => [{ emotion, salience: 100 }];

describe('rows that fit', () => {
  test('a single emotion, whatever its saliences', () => {
    const { rows, problems } = table(
      'A102_ang_int1_ver1,A102,0,ang,,,,0',
      'A303_neu_sit2_ver1,A303,0.0,neu,NaN,100.0,0.0,4.0',
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      { filename: 'A102_ang_int1_ver1', line: 2, label: single('ang'), fold: '0' },
      { filename: 'A303_neu_sit2_ver1', line: 3, label: single('neu'), fold: '4' },
    ]);
  });

  test('a blend comes in label order, whichever is named first', () => {
    const { rows } = table('A438,A438,1,hap,disg,70.0,30.0,2');
    expect(rows[0]?.label).toEqual([
      { emotion: 'disg', salience: 30 },
      { emotion: 'hap', salience: 70 },
    ]);
  });

  test('a row without emotions has no label', () => {
    expect(table('test_0001.mov,,,,,,,').rows).toEqual([
      { filename: 'test_0001.mov', line: 2, label: null, fold: null },
    ]);
  });

  test('semicolons, another order, carriage returns, quotes and empty lines', () => {
    const text = [
      'fold;emotion_2_salience;emotion_1_salience;emotion_2;emotion_1;mix;filename',
      '',
      'a;30;70;sad;fea;True;"A 1.mov"',
      '',
    ].join('\r\n');
    expect(parseMetadata(text, 'x.csv').rows).toEqual([
      {
        filename: 'A 1.mov',
        line: 3,
        label: [
          { emotion: 'fea', salience: 70 },
          { emotion: 'sad', salience: 30 },
        ],
        fold: 'a',
      },
    ]);
  });

  test('folds are not needed', () => {
    const text =
      'filename,mix,emotion_1,emotion_2,emotion_1_salience,emotion_2_salience\na,0,hap,,,';
    expect(parseMetadata(text, 'x.csv').rows[0]?.fold).toBeNull();
  });
});

describe('rows that do not fit are named by line, clip, column and value', () => {
  test.each([
    ['a,,2,ang,,,,', 'mix', '2'],
    ['a,,0,anger,,,,', 'emotion_1', 'anger'],
    ['a,,0,,sad,,,', 'emotion_1', ''],
    ['a,,0,ang,sad,,,', 'emotion_2', 'sad'],
    ['a,,1,neu,sad,50,50,', 'emotion_1', 'neu'],
    ['a,,1,sad,sad,50,50,', 'emotion_2', 'sad'],
    ['a,,1,sad,neu,50,50,', 'emotion_2', 'neu'],
    ['a,,1,sad,hap,60,40,', 'emotion_1_salience', '60'],
    ['a,,1,sad,hap,,50,', 'emotion_1_salience', ''],
    ['a,,1,sad,hap,70,50,', 'emotion_2_salience', '50'],
  ])('%s', (row, column, value) => {
    expect(table('b,,0,hap,,,,', row).problems).toEqual([
      { kind: 'row-invalid', file: 'train.csv', line: 3, clip: 'a', column, value },
    ]);
  });

  test('a row without a filename', () => {
    expect(table(',,0,ang,,,,').problems).toMatchObject([{ column: 'filename', clip: '' }]);
  });

  test('too few or too many cells', () => {
    expect(table('a,,0,ang', 'b,,0,ang,,,,,').problems).toEqual([
      { kind: 'row-malformed', file: 'train.csv', line: 2, cells: 4, expected: 8 },
      { kind: 'row-malformed', file: 'train.csv', line: 3, cells: 9, expected: 8 },
    ]);
  });

  test('the others still count', () => {
    expect(table('a,,9,ang,,,,', 'b,,0,ang,,,,').rows.map(({ filename }) => filename)).toEqual([
      'b',
    ]);
  });
});

test('a table without its columns says which', () => {
  expect(parseMetadata('name,emotion_1\na,ang', 'x.csv')).toEqual({
    rows: [],
    problems: [
      {
        kind: 'columns-missing',
        file: 'x.csv',
        columns: ['filename', 'mix', 'emotion_2', 'emotion_1_salience', 'emotion_2_salience'],
      },
    ],
  });
  expect(parseMetadata('', 'x.csv').problems).toMatchObject([{ kind: 'columns-missing' }]);
});
