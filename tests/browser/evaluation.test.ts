import { describe, expect, test } from 'vitest';
import { nearestLabel } from '../../src/core/blemore/nearest-label.ts';
import { seriousBarriers } from './support/axe.ts';
import { encodeClips, textFile, type ClipPlan } from './support/clips.ts';
import {
  chooseFiles,
  clipsDone,
  figuresOf,
  leftOut,
  openEvaluate,
  saved,
  savedReport,
  untilTold,
  type Report,
} from './support/evaluate-page.ts';
import { visit } from './support/launch.ts';
import { button, startCamera } from './support/page.ts';
import { decided, scoredByCore } from './support/scored-by-core.ts';

/** Eleven clips under names of the challenge; the wrong file is the twelfth. */
const PLANS: readonly ClipPlan[] = [
  { name: 'A101_hap_int1_ver1.webm', shows: ['smiling'] },
  { name: 'A101_hap_int4_ver1.webm', shows: ['grinning'] },
  { name: 'A102_hap_int2_ver1.webm', shows: ['laughing'], sway: 8 },
  { name: 'A103_neu_sit1_ver1.webm', shows: ['neutral'] },
  { name: 'A103_neu_sit2_ver1.webm', shows: ['neutral'], sway: 12 },
  { name: 'A104_ang_int3_ver1.webm', shows: ['neutral', 'smiling'] },
  { name: 'A201_mix_hap_sad_70_30_ver1.webm', shows: ['smiling', 'neutral'] },
  { name: 'A202_mix_disg_hap_30_70_ver1.webm', shows: ['smiling'], sway: 16 },
  { name: 'A203_mix_ang_sad_50_50_ver1.webm', shows: ['grinning', 'neutral'] },
  { name: 'A204_mix_fea_hap_50_50_ver1.webm', shows: ['laughing', 'smiling'] },
  { name: 'A301_sad_int2_ver1.webm', shows: [] },
];
const FACELESS = 'A301_sad_int2_ver1.webm';
const NO_VIDEO = textFile('A302_fea_int1_ver1.mp4', 'no video at all', 'video/mp4');
const NOTES = textFile('notes.txt', 'read me');
const FOLDS = textFile(
  'folds.csv',
  [
    'filename,mix,emotion_1,emotion_2,emotion_1_salience,emotion_2_salience,fold',
    'A101_hap_int1_ver1,0,hap,,,,0',
    'A103_neu_sit1_ver1,0,neu,,,,0',
    'A201_mix_hap_sad_70_30_ver1,1,hap,sad,70,30,1',
  ].join('\n'),
  'text/csv',
);

function withoutTimings(report: Report): object {
  return { ...report, date: null, timings: null };
}

describe('twelve clips, evaluated on the page', () => {
  test('are scored as core scores them, through a reload and with files that do not fit', async () => {
    const { page, trouble } = await visit();
    const clips = await encodeClips(page, PLANS);
    const files = [...clips, NO_VIDEO, NOTES, FOLDS];
    await openEvaluate(page);
    expect(await seriousBarriers(page)).toEqual([]);

    await chooseFiles(page, files);
    await page.getByText('12 clips, all labelled, 4 as blends, in 2 folds').waitFor();
    await button(page, 'Evaluate 12 clips').click();
    await expect.poll(() => clipsDone(page), { timeout: 90_000 }).toBeGreaterThanOrEqual(3);
    await button(page, 'Pause').click();
    await untilTold(page, /^Paused\./);

    await page.reload();
    await page.getByText(/The results of \d+ clips are kept on this device/).waitFor();
    await chooseFiles(page, files);
    await button(page, 'Evaluate 12 clips').click();
    await untilTold(page, /^Finished\. 12 of 12 clips done\.$/, 90_000);

    const report = await savedReport(page);
    const restored = report.timings.clips.filter((clip) => clip.restored);
    expect(restored.length).toBeGreaterThanOrEqual(3);
    expect(restored.length).toBeLessThan(10);
    expect(report.pack.sha256).toMatch(/^[0-9a-f]{64}$/);
    const problems = report.clips.filter(({ problem }) => problem !== undefined);
    expect(problems.map(({ name, problem }) => [name, problem?.kind])).toEqual([
      [FACELESS, 'no-face'],
      [NO_VIDEO.name, 'format-unsupported'],
    ]);
    expect(await leftOut(page)).toEqual([
      'notes.txt It is a text, neither a clip (mp4, mov, webm, mkv), nor a table (csv), nor predictions (json, zip).',
      `${FACELESS} No face was found in any of its 8 frames.`,
      `${NO_VIDEO.name} It is a text. Choose an MP4, MOV, WebM or MKV video.`,
    ]);

    const byRule = scoredByCore(report.clips, decided(report.thresholds));
    expect(await figuresOf(page, 'Rule with α and β')).toEqual(byRule);
    const nearest = scoredByCore(
      report.clips,
      ({ probabilities }) => probabilities && nearestLabel(probabilities),
    );
    expect(await figuresOf(page, 'Nearest of the 36 labels')).toEqual(nearest);
    expect(scoredByCore(report.clips, ({ prediction }) => prediction)).toEqual(byRule);

    // The models do not run again for other thresholds: only the grid's cell is another.
    const heatMap = page.getByRole('grid');
    await heatMap.getByRole('gridcell', { selected: true }).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowDown');
    const moved = await savedReport(page);
    expect(moved.thresholds.beta).toBeCloseTo(0.95);
    expect(moved.thresholds.alpha).not.toBe(report.thresholds.alpha);
    expect(await figuresOf(page, 'Rule with α and β')).toEqual(
      scoredByCore(report.clips, decided(moved.thresholds)),
    );
    await button(page, 'Back to the pack’s').click();

    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await seriousBarriers(page)).toEqual([]);
    }
    await button(page, 'A101_hap_int1_ver1.webm').click();
    const video = page.getByRole('dialog').locator('video');
    await expect
      .poll(() => video.evaluate(({ currentTime }: HTMLVideoElement) => currentTime))
      .toBeGreaterThan(0);
    expect(await seriousBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');

    // The same clips again, with nothing kept.
    const predictions = await saved(page, 'Predictions (JSON)');
    const frames = await saved(page, 'Every frame (CSV)');
    await button(page, 'Delete results').click();
    await button(page, 'Delete results').waitFor({ state: 'detached' });
    await page.reload();
    await button(page, 'Choose files').waitFor();
    expect(await page.getByText('are kept on this device').count()).toBe(0);
    await chooseFiles(page, files);
    await button(page, 'Evaluate 12 clips').click();
    await untilTold(page, /^Finished\. 12 of 12 clips done\.$/, 90_000);
    const again = await savedReport(page);
    expect(again.timings.clips.filter((clip) => clip.restored)).toEqual([]);
    expect(withoutTimings(again)).toEqual(withoutTimings(report));
    expect(await saved(page, 'Predictions (JSON)')).toBe(predictions);
    expect(await saved(page, 'Every frame (CSV)')).toBe(frames);
    expect(trouble.errors).toEqual([]);
    expect(trouble.foreign).toEqual([]);
  }, 300_000);
});

test('a predictions file alone is scored against the labels of its names', async () => {
  const { page, trouble } = await visit();
  await openEvaluate(page);
  const predictions = {
    'A101_hap_int1_ver1.mov': [{ emotion: 'hap', salience: 100 }],
    'A102_sad_int1_ver1.mov': [{ emotion: 'hap', salience: 100 }],
    'A201_mix_hap_sad_70_30_ver1.mov': [
      { emotion: 'hap', salience: 70 },
      { emotion: 'sad', salience: 30 },
    ],
    'A202_mix_hap_sad_70_30_ver1.mov': [
      { emotion: 'hap', salience: 50 },
      { emotion: 'sad', salience: 50 },
    ],
  };
  await chooseFiles(page, [textFile('predictions.json', JSON.stringify({ predictions }))]);
  await page.getByText('4 predictions, all labelled, 2 as blends').waitFor();
  expect(await figuresOf(page, 'Predictions file')).toEqual(['75.0 %', '50.0 %']);
  expect(await button(page, 'Evaluate 4 clips').count()).toBe(0);
  expect(trouble.errors).toEqual([]);
});

test('going to Evaluate gives the camera back, and the way back leads to the start', async () => {
  const { page } = await visit({
    prepare: (page) =>
      page.addInitScript(() => {
        const { getUserMedia } = MediaDevices.prototype;
        MediaDevices.prototype.getUserMedia = async function (wish) {
          const stream = await getUserMedia.call(this, wish);
          Object.assign(globalThis, { streamOfTest: stream });
          return stream;
        };
      }),
  });
  await startCamera(page);
  await button(page, 'Stop').waitFor();
  await untilTold(page, /Looking for a face/);
  await openEvaluate(page);
  const states = await page.evaluate(() => {
    const { streamOfTest } = globalThis as unknown as { streamOfTest: MediaStream };
    return streamOfTest.getTracks().map(({ readyState }) => readyState);
  });
  expect(states).toEqual(['ended']);
  await page.getByRole('link', { name: 'Live' }).click();
  await button(page, 'Start camera').waitFor();
});
