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
    ['a,,0,awe,,,,', 'emotion_1', 'awe'],
    ['a,,1,sad,hap,0x46,30,', 'emotion_1_salience', '0x46'],
    ['a,,1,sad,hap,-70,30,', 'emotion_1_salience', '-70'],
    ['videos/.mp4,,0,ang,,,,', 'filename', 'videos/.mp4'],
    ['a,,0,,sad,,,', 'emotion_1', ''],
    ['a,,1,,,,,', 'emotion_1', ''],
    ['a,,,,,70,30,', 'emotion_1', ''],
    ['a,,0,ang,sad,,,', 'emotion_2', 'sad'],
    ['a,,1,neu,sad,50,50,', 'emotion_1', 'neu'],
    ['a,,1,sad,sad,50,50,', 'emotion_2', 'sad'],
    ['a,,1,sad,neu,50,50,', 'emotion_2', 'neu'],
    ['a,,1,sad,hap,60,40,', 'emotion_1_salience', '60'],
    ['a,,1,sad,hap,,50,', 'emotion_1_salience', ''],
    ['a,,1,sad,hap,70,50,', 'emotion_2_salience', '50'],
  ])('%s', (row, column, value) => {
    expect(table('b,,0,hap,,,,', row).problems).toMatchObject([
      { kind: 'row-invalid', file: 'train.csv', line: 3, column, value },
    ]);
  });

  test('a row without a filename', () => {
    expect(table(',,0,ang,,,,').problems).toMatchObject([{ column: 'filename', clip: '' }]);
  });

  test('more cells than the heading has, with something in them', () => {
    expect(table('a,,0,ang,,,,,x', 'b, c,,0,ang,,,,').problems).toEqual([
      { kind: 'row-malformed', file: 'train.csv', line: 2, clip: 'a', cells: 9, expected: 8 },
      {
        kind: 'row-invalid',
        file: 'train.csv',
        line: 3,
        clip: 'b',
        column: 'emotion_1',
        value: '0',
      },
    ]);
  });

  test('a row that is cut off before its emotion', () => {
    expect(table('a,,0,ang,,,,', 'b', 'c,,0').problems).toEqual([
      { kind: 'row-malformed', file: 'train.csv', line: 3, clip: 'b', cells: 1, expected: 8 },
      { kind: 'row-malformed', file: 'train.csv', line: 4, clip: 'c', cells: 3, expected: 8 },
    ]);
  });

  test('a blend that ends before its saliences', () => {
    expect(table('a,,1,hap,sad,70').problems).toMatchObject([
      { kind: 'row-invalid', line: 2, column: 'emotion_2_salience', value: '' },
    ]);
  });

  test('the others still count', () => {
    expect(table('a,,9,ang,,,,', 'b,,0,ang,,,,').rows.map(({ filename }) => filename)).toEqual([
      'b',
    ]);
  });
});

describe('a table of which nothing can be read says why', () => {
  test('columns that are missing', () => {
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
  });

  test.each(['', ' \n\t\n'])('%j: nothing in it', (text) => {
    expect(parseMetadata(text, 'x.csv')).toEqual({
      rows: [],
      problems: [{ kind: 'file-empty', file: 'x.csv' }],
    });
  });

  test('a heading alone', () => {
    expect(table().problems).toEqual([{ kind: 'table-empty', file: 'train.csv' }]);
  });

  test('a column that is there twice', () => {
    const text = `${HEADING},Emotion 1\na,,0,ang,,,,,sad`;
    expect(parseMetadata(text, 'x.csv')).toEqual({
      rows: [],
      problems: [{ kind: 'columns-repeated', file: 'x.csv', columns: ['emotion_1'] }],
    });
  });
});

describe('every program’s csv is read alike', () => {
  const CELLS = [
    ['filename', 'mix', 'emotion_1', 'emotion_2', 'emotion_1_salience', 'emotion_2_salience'],
    ['clip_1.mp4', '0', 'hap', '', '100', ''],
    ['clip_2.mp4', '1', 'hap', 'sad', '70', '30'],
    ['clip_3.mp4', '0', 'neu', '', '100', ''],
  ];
  const joined = (delimiter: string, end = '\n') =>
    CELLS.map((cells) => cells.join(delimiter)).join(end);
  const plain = parseMetadata(joined(','), 'x.csv');

  test('commas, as a matter of course', () => {
    expect(plain.problems).toEqual([]);
    expect(plain.rows.map(({ line, label }) => [line, label])).toEqual([
      [2, single('hap')],
      [
        3,
        [
          { emotion: 'hap', salience: 70 },
          { emotion: 'sad', salience: 30 },
        ],
      ],
      [4, single('neu')],
    ]);
  });

  test.each([
    ['tabs', joined('\t')],
    ['tabs, and no line break after trailing empty cells', joined('\t').trimEnd()],
    ['semicolons', joined(';')],
    ['bars', joined('|')],
    ['Windows’ line breaks', joined(',', '\r\n')],
    ['an old Mac’s line breaks', joined(',', '\r')],
    ['trailing empty cells without a heading', joined(',').replaceAll('\n', ',,,\n')],
    ['empty cells that are left out', joined(',').replaceAll(/,+(?=\n|$)/g, '')],
    ['blanks around the cells', joined(' ; ')],
    ['every cell in quotation marks', joined('","').replaceAll(/^|$/gm, '"')],
    [
      'capitals in the heading',
      joined(',').replace(CELLS[0]!.join(), CELLS[0]!.join().toUpperCase()),
    ],
    [
      'blanks in the heading',
      joined(',').replace(CELLS[0]!.join(), CELLS[0]!.join().replaceAll('_', ' ')),
    ],
    ['decimal commas', joined(';').replace('70;30', '70,0;30,0').replaceAll('100', '100,0')],
    ['decimal commas in quotation marks', joined(',').replace('70,30', '"70,0","30,0"')],
    ['percent signs', joined(',').replace('70,30', '70 %,30%')],
    ['shares of 1', joined(',').replace('70,30', '0.7,0.3')],
    [
      'emotions by their names',
      joined(',')
        .replaceAll('hap', 'Happiness')
        .replaceAll('sad', 'sadness')
        .replaceAll('neu', 'Neutral'),
    ],
    ['codes in capitals', joined(',').replaceAll('hap', 'HAP').replaceAll('sad', 'Sad')],
    [
      'a German program’s booleans',
      joined(';').replaceAll(';0;', ';FALSCH;').replaceAll(';1;', ';WAHR;'),
    ],
  ])('%s', (_, text) => {
    expect(parseMetadata(text, 'x.csv')).toEqual(plain);
  });

  test.each([
    ['sep=;', ';'],
    ['sep=,', ','],
    ['"sep=;"', ';'],
    ['sep=\\t', '\t'],
    ['SEP=|', '|'],
    ['sep=;;;;;;', ';'],
    // It says what is not so.
    ['sep=,', ';'],
  ])('a first line %s', (first, delimiter) => {
    const { rows, problems } = parseMetadata(`${first}\r\n${joined(delimiter, '\r\n')}`, 'x.csv');
    expect(problems).toEqual([]);
    expect(rows).toEqual(plain.rows.map((row) => ({ ...row, line: row.line + 1 })));
  });

  test('blank lines before the heading count as lines', () => {
    const { rows } = parseMetadata(`\n \n${joined(',')}`, 'x.csv');
    expect(rows.map(({ line }) => line)).toEqual([4, 5, 6]);
  });
});

describe('a line’s number is the one an editor shows', () => {
  const quoted = (end: string) =>
    [`${HEADING},note`, `a,,0,ang,,,,,"two${end}lines${end}more"`, 'b,,0,awe,,,,,x'].join(end);

  test.each(['\n', '\r\n', '\r'])('after a quoted cell with line breaks %j', (end) => {
    const { rows, problems } = parseMetadata(quoted(end), 'x.csv');
    expect(rows.map(({ line }) => line)).toEqual([2]);
    expect(problems).toMatchObject([{ kind: 'row-invalid', line: 5, value: 'awe' }]);
  });

  test.each([
    ['never closes', 'b,"x,0,ang,,,,'],
    ['is out of place', 'b,"x" y,0,ang,,,,'],
  ])('where a quotation mark %s, and the others still count', (_, row) => {
    const { rows, problems } = table('a,,0,ang,,,,', row, 'c,,0,ang,,,,', 'd,,0,awe,,,,');
    expect(rows.map(({ filename, line }) => [filename, line])).toEqual([
      ['a', 2],
      ['c', 4],
    ]);
    expect(problems).toMatchObject([
      { kind: 'row-quotes', line: 3, clip: 'b', quotes: 'stray' },
      { kind: 'row-invalid', line: 5, value: 'awe' },
    ]);
  });

  test('where quotation marks go wrong again and again', () => {
    const { rows, problems } = table('a,,0,ang,,,,', ...Array<string>(500).fill('b,"x,0,ang,,,,'));
    expect(rows).toHaveLength(1);
    expect(problems).toHaveLength(20);
    expect(problems.at(-1)).toMatchObject({ kind: 'row-quotes', line: 22, quotes: 'given-up' });
  });
});
