import { zipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { textFile, type ChosenFile } from './support/clips.ts';
import { chooseFiles, figuresOf, leftOut, openEvaluate, saved } from './support/evaluate-page.ts';
import { visit } from './support/launch.ts';
import { button } from './support/page.ts';

const COLUMNS = [
  'filename',
  'mix',
  'emotion_1',
  'emotion_2',
  'emotion_1_salience',
  'emotion_2_salience',
];

const HAPPY = [{ emotion: 'hap', salience: 100 }];
const BLEND = [
  { emotion: 'hap', salience: 70 },
  { emotion: 'sad', salience: 30 },
];

const NAMES = ['Zoë’s 1.mp4', 'Zoë’s 2.mp4', 'Zoë’s 3.mp4'];
const ANSWERS = { [NAMES[0]!]: HAPPY, [NAMES[1]!]: BLEND, [NAMES[2]!]: HAPPY };

const json = (name: string, value: unknown) => textFile(name, JSON.stringify(value));

/** The labels of ANSWERS, which are right about two of the three. */
function table(delimiter: string, first: readonly string[] = []): string {
  const rows = [
    COLUMNS,
    [NAMES[0]!, '0', 'hap', '', '100,0', ''],
    [NAMES[1]!, '1', 'hap', 'sad', '70,0', '30,0'],
    [NAMES[2]!, '0', 'neu', '', '100,0', ''],
  ];
  return [...first, ...rows.map((cells) => cells.join(delimiter))].join('\r\n');
}

function bytesFile(name: string, buffer: Buffer): ChosenFile {
  return { name, mimeType: 'text/csv', buffer };
}

/** As far as Windows-1252 differs from ISO 8859-1 here. */
const cp1252 = (text: string) => Buffer.from(text.replaceAll('’', '\u0092'), 'latin1');
const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

describe('labels are found in a csv of', () => {
  test.each([
    ['a German Excel', bytesFile('a.csv', cp1252(table(';', ['sep=;'])))],
    [
      'an Excel’s “Unicode text”',
      bytesFile('a.tsv', Buffer.from(`\ufeff${table('\t')}`, 'utf16le')),
    ],
    ['UTF-16 the other way round', bytesFile('a.csv', utf16be(table(';')))],
    [
      'UTF-8 with a mark, capitals and folders',
      bytesFile(
        'a.csv',
        Buffer.from(`\ufeff${table(';').toUpperCase().replaceAll('ZO', 'D:\\data\\Zo')}`),
      ),
    ],
  ])('%s', async (_, labels) => {
    const { page, trouble } = await visit();
    await openEvaluate(page);
    await chooseFiles(page, [json('answers.json', ANSWERS), labels]);
    await page.getByText('3 predictions, all labelled, 1 as blends').waitFor();
    expect(await leftOut(page)).toEqual([]);
    expect(await figuresOf(page, 'Predictions file')).toContain('66.7 %');
    expect(trouble.errors).toEqual([]);
  });
});

test('the bad entries of a predictions file are told, and the others are shown and scored', async () => {
  const { page, trouble } = await visit();
  await openEvaluate(page);
  const text = `{"predictions": {
    "x/A101_hap_int1_ver1.mov": [{"emotion": "hap", "salience": "100.0"}],
    "A102_hap_int1_ver1": [{"emotion": "hap", "salience": 50}, {"emotion": "hap", "salience": 50}],
    "A103_sad_int1_ver1": [{"emotion": "sad", "salience": NaN}],
    "__proto__": [{"emotion": "neutral", "salience": 100}]
  }}`;
  const zip = zipSync({
    'submission/predictions.json': strToU8(text),
    '__MACOSX/._p.json': strToU8(''),
  });
  await chooseFiles(page, [
    { name: 'mine.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) },
  ]);
  await page.getByText('1 prediction, all labelled').waitFor();
  expect(await leftOut(page)).toEqual([
    'mine.zip Line 3, clip “A102_hap_int1_ver1”, is left out: it names hap twice.',
    'mine.zip Line 4, clip “A103_sad_int1_ver1”, is left out: the salience of its emotion 1, “NaN”, is no number from 0 to 100.',
    'mine.zip Line 5, clip “__proto__”, is left out: its emotion 1, “"neutral"”, is none of ang, disg, fea, hap, sad, neu.',
  ]);
  await page.getByRole('row', { name: /A101_hap_int1_ver1\.mov.*Happiness.*right/ }).waitFor();
  expect(JSON.parse(await saved(page, 'Predictions (JSON)'))).toEqual({
    predictions: { 'x/A101_hap_int1_ver1.mov': HAPPY },
  });
  expect(trouble.errors).toEqual([]);
});

test('names that matched nothing are counted and listed, and none can blank the page', async () => {
  const { page, trouble } = await visit();
  await openEvaluate(page);
  const rows = Array.from({ length: 1200 }, (_, i) => `A${i}_take,0,hap,,,`);
  await chooseFiles(page, [
    json('answers.json', { a1199_takes: HAPPY, other: HAPPY }),
    textFile('metadata.csv', [COLUMNS.join(), ...rows].join('\n')),
  ]);
  const region = page.getByRole('region', { name: 'Matched nothing (1,202)' });
  await region.getByText('1,200 rows, none of which names one of your 2 predictions').waitFor();
  await region.getByText('No row names any of your 2 predictions').waitFor();
  await region.getByText('All names').last().click();
  await region.getByText('“a1199_takes”, and the nearest to it is “A1199_take”').last().waitFor();
  await region.getByText('All names').first().click();
  await button(page, 'Show more (1,000 left)').click();
  await button(page, 'Show more (800 left)').waitFor();
  expect(trouble.errors).toEqual([]);
});

test('what one part breaks down on leaves the others, and it comes back', async () => {
  const { page, trouble } = await visit();
  await openEvaluate(page);
  await chooseFiles(page, [json('answers.json', ANSWERS), textFile('a.csv', table(';'))]);
  await page.getByRole('row', { name: NAMES[0]! }).waitFor();
  const mended = await page.evaluateHandle(() => {
    const compare = Object.getOwnPropertyDescriptor(Intl.Collator.prototype, 'compare')!;
    const broken = {
      get: () => {
        throw new Error('broken on purpose');
      },
    };
    Object.defineProperty(Intl.Collator.prototype, 'compare', { ...compare, ...broken });
    return () => {
      Object.defineProperty(Intl.Collator.prototype, 'compare', compare);
    };
  });
  await button(page, 'Clip').click();
  await page
    .getByRole('alert')
    .getByText('Something unexpected stopped this part of the page.')
    .waitFor();
  expect(await figuresOf(page, 'Predictions file')).toContain('66.7 %');
  await mended.evaluate((mend) => mend());
  await button(page, 'Go on').click();
  await page.getByRole('row', { name: NAMES[0]! }).waitFor();
  expect(trouble.errors.every((error) => error.includes('broken on purpose'))).toBe(true);
  expect(trouble.errors).not.toEqual([]);
});
