import { unzipSync } from 'fflate';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { EMOTIONS } from '../../src/core/blemore/emotions.ts';
import { encodeClips } from './support/clips.ts';
import {
  chooseFiles,
  openEvaluate,
  saved,
  savedFile,
  savedReport,
  untilTold,
} from './support/evaluate-page.ts';
import { visit } from './support/launch.ts';
import { button } from './support/page.ts';

/** `{"predictions": {"test_0001.mov": [{"emotion": "sad", "salience": 100.0}]}}`, and nothing else. */
const Share = v.strictObject({
  emotion: v.picklist(EMOTIONS),
  salience: v.picklist([100, 70, 50, 30]),
});
const Template = v.strictObject({
  predictions: v.record(v.string(), v.pipe(v.array(Share), v.minLength(1), v.maxLength(2))),
});

const FACELESS = 'test_0003.webm';

test('the zip for CodaBench holds one json of the challenge’s template, as the report has it', async () => {
  const { page, trouble } = await visit();
  const clips = await encodeClips(page, [
    { name: 'test_0001.webm', shows: ['smiling'] },
    { name: 'test_0002.webm', shows: ['neutral', 'grinning'] },
    { name: FACELESS, shows: [] },
  ]);
  await openEvaluate(page);
  await chooseFiles(page, clips);
  await button(page, 'Evaluate 3 clips').click();
  await untilTold(page, /^Finished\. 3 of 3 clips done\.$/, 60_000);

  const files = unzipSync(await savedFile(page, 'For CodaBench (zip)'));
  expect(Object.keys(files)).toEqual(['predictions.json']);
  const text = new TextDecoder().decode(files['predictions.json']);
  expect(text).toBe(await saved(page, 'Predictions (JSON)'));

  const { predictions } = v.parse(Template, JSON.parse(text));
  const { clips: reported } = await savedReport(page);
  const answered = reported.filter(({ name }) => name !== FACELESS);
  expect(answered).toHaveLength(2);
  expect(predictions).toEqual(
    Object.fromEntries(answered.map(({ name, prediction }) => [name, prediction])),
  );
  expect(trouble.errors).toEqual([]);
});
