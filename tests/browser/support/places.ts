import type { Page } from 'playwright-core';
import { chooseFiles, openEvaluate } from './evaluate-page.ts';
import { button, startDrawnFace } from './page.ts';

const CSV = `filename,mix,emotion_1,emotion_2,emotion_1_salience,emotion_2_salience,fold
a_clip_with_a_rather_long_name_1.mp4,0,ang,,,,0
a_clip_with_a_rather_long_name_2.mp4,1,hap,sad,70,30,0
a_clip_with_a_rather_long_name_3.mp4,1,disg,fea,50,50,1
a_clip_with_a_rather_long_name_4.mp4,0,neu,,,,1
`;

const PREDICTIONS = JSON.stringify({
  predictions: {
    'a_clip_with_a_rather_long_name_1.mp4': [{ emotion: 'ang', salience: 100 }],
    'a_clip_with_a_rather_long_name_2.mp4': [
      { emotion: 'hap', salience: 70 },
      { emotion: 'sad', salience: 30 },
    ],
    'a_clip_with_a_rather_long_name_3.mp4': [{ emotion: 'disg', salience: 100 }],
    'a_clip_with_a_rather_long_name_4.mp4': [{ emotion: 'neu', salience: 100 }],
  },
});

/** From the Evaluate page without files to figures, folds and a list, without decoding a clip. */
export async function scorePredictions(page: Page): Promise<void> {
  await chooseFiles(page, [
    { name: 'labels.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) },
    { name: 'predictions.json', mimeType: 'application/json', buffer: Buffer.from(PREDICTIONS) },
  ]);
  await page.getByRole('heading', { name: 'Prediction by prediction' }).waitFor();
}

/** A file that no browser shows. */
const UNREADABLE = {
  name: 'a-rather-long-name-of-a-film-that-nobody-can-watch.mp4',
  mimeType: 'video/mp4',
  buffer: Buffer.from('no film'),
};

/** Goes through every place of the page, from the start on, and calls `look` in each. */
export async function throughAllPlaces(
  page: Page,
  look: (place: string) => Promise<void>,
): Promise<void> {
  await button(page, 'Try it without a camera').waitFor();
  await look('start');
  await startDrawnFace(page);
  await look('live');
  await button(page, 'Settings').click();
  await look('settings');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await button(page, 'What is this?').click();
  await look('about');
  await page.keyboard.press('Escape');
  await openEvaluate(page);
  await look('evaluate');
  await scorePredictions(page);
  await look('results');
  await page.getByRole('link', { name: 'Live' }).click();
  await page.locator('main input[type=file]').setInputFiles(UNREADABLE);
  await page.getByRole('alert').waitFor();
  await look('failure');
}
