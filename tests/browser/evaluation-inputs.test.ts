import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeClips, textFile } from './support/clips.ts';
import { dragOver, drop } from './support/drop.ts';
import {
  chooseFolder,
  leftOut,
  openEvaluate,
  savedReport,
  untilTold,
} from './support/evaluate-page.ts';
import { folderOf } from './support/folder.ts';
import { visit } from './support/launch.ts';
import { button, untilSaid } from './support/page.ts';

const PLANS = [
  { name: 'A101_hap_int1_ver1.webm', shows: ['smiling'] },
  { name: 'actor 102/A102_neu_sit1_ver1.webm', shows: ['neutral'] },
  { name: 'actor 102/blends/A102_mix_hap_sad_70_30_ver1.webm', shows: ['grinning'] },
] as const;
const FOLDS = textFile(
  'labels/folds.csv',
  [
    'filename,mix,emotion_1,emotion_2,emotion_1_salience,emotion_2_salience,fold',
    'A102_neu_sit1_ver1,0,neu,,,,4',
  ].join('\n'),
);
const NOTES = textFile('labels/notes.txt', 'read me');
const UNASKED = textFile('.DS_Store', 'a file manager was here');

test.each([
  { how: 'chosen', give: chooseFolder },
  { how: 'dropped', give: (page, folder) => drop(page, [folder]) },
] satisfies { how: string; give: typeof chooseFolder }[])(
  'a folder that is $how gives every clip in it and in its folders',
  async ({ give }) => {
    const { page, trouble } = await visit();
    const clips = await encodeClips(page, PLANS);
    const folder = await folderOf([...clips, FOLDS, NOTES, UNASKED]);
    await openEvaluate(page);
    await give(page, folder);
    await page.getByText('3 clips, all labelled, 1 as blends, in 1 fold').waitFor();
    expect(await leftOut(page)).toEqual([
      'notes.txt It is a text, neither a clip (mp4, mov, webm, mkv), nor a table (csv), nor predictions (json, zip).',
    ]);
    await button(page, 'Evaluate 3 clips').click();
    await untilTold(page, /^Finished\. 3 of 3 clips done\.$/, 60_000);
    const { clips: reported } = await savedReport(page);
    expect(reported.map(({ name, fold, problem }) => [name, fold, problem])).toEqual([
      ['A101_hap_int1_ver1.webm', null, undefined],
      ['A102_mix_hap_sad_70_30_ver1.webm', null, undefined],
      ['A102_neu_sit1_ver1.webm', '4', undefined],
    ]);
    expect(trouble.errors).toEqual([]);
  },
);

test('files that are dropped one after the other add up', async () => {
  const { page, trouble } = await visit();
  const folder = await folderOf([
    textFile('A101_hap_int1_ver1.mp4', 'one'),
    textFile('A102_sad_int1_ver1.mov', 'two'),
    textFile('A103_neu_sit1_ver1.webm', 'three'),
  ]);
  const paths = (names: readonly string[]) => names.map((name) => join(folder, name));
  await openEvaluate(page);
  const first = paths(['A101_hap_int1_ver1.mp4', 'A102_sad_int1_ver1.mov']);
  await dragOver(page, first);
  await page.getByText('Drop to evaluate').waitFor();
  await drop(page, first);
  await page.getByText('2 clips, all labelled').waitFor();
  expect(await page.getByText('Drop to evaluate').count()).toBe(0);
  await drop(page, paths(['A102_sad_int1_ver1.mov', 'A103_neu_sit1_ver1.webm']));
  await page.getByText('3 clips, all labelled').waitFor();
  expect(trouble.errors).toEqual([]);
});

test('a drop of nothing to evaluate says so', async () => {
  const { page, trouble } = await visit();
  await openEvaluate(page);
  await drop(page, [await folderOf([])]);
  await untilSaid(page, 'These files hold nothing to evaluate.');
  await button(page, 'Dismiss').click();
  await drop(page, [await folderOf([UNASKED])]);
  await untilSaid(page, 'These files hold nothing to evaluate.');
  await drop(page, [
    await folderOf([
      NOTES,
      textFile('answers.json', '{"predictions": {"a.mov": [{"emotion": "joy", "salience": 100}]}}'),
      textFile('broken.json', '{"predictions"'),
      textFile('table.csv', 'filename,mix\na.mov,0'),
      FOLDS,
    ]),
  ]);
  await page.getByRole('region', { name: 'Left out (5)' }).waitFor();
  // A folder's files come in no order of their own.
  expect((await leftOut(page)).sort()).toEqual([
    'answers.json Line 1, clip “a.mov”, is left out: its emotion 1, “"joy"”, is none of ang, disg, fea, hap, sad, neu.',
    'broken.json It is not JSON: in line 1, column 15, the end of the file does not belong.',
    'folds.csv It labels clips or predictions: add them, too.',
    'notes.txt It is a text, neither a clip (mp4, mov, webm, mkv), nor a table (csv), nor predictions (json, zip).',
    'table.csv It lacks the columns emotion_1, emotion_2, emotion_1_salience, emotion_2_salience.',
  ]);
  expect(await page.getByText('These files hold nothing to evaluate.').count()).toBe(0);
  expect(trouble.errors).toEqual([]);
});
