import { expect, test } from 'vitest';
import { encodeClips } from './support/clips.ts';
import {
  chooseFiles,
  figuresOf,
  lineOf,
  openEvaluate,
  savedReport,
  untilTold,
} from './support/evaluate-page.ts';
import { visit } from './support/launch.ts';
import { button } from './support/page.ts';
import { decided, scoredByCore } from './support/scored-by-core.ts';

const FIRST = 'A101_hap_int1_ver1.webm';
const LONG = 'A102_neu_sit1_ver1.webm';
const LAST = 'A103_mix_hap_sad_70_30_ver1.webm';
/** Seconds of work, so that a cancel comes in the middle of it. */
const MANY_FRAMES = 200;

test('a cancelled run keeps what is finished, shows it, and goes on from there', async () => {
  const { page, trouble } = await visit();
  const clips = await encodeClips(page, [
    { name: FIRST, shows: ['smiling'] },
    { name: LONG, shows: ['neutral'], frames: MANY_FRAMES },
    { name: LAST, shows: ['grinning'] },
  ]);
  await openEvaluate(page);
  await chooseFiles(page, clips);
  await button(page, 'Evaluate 3 clips').click();
  await expect.poll(() => lineOf(page, LONG), { timeout: 60_000 }).toContain('Being read …');
  await button(page, 'Cancel').click();
  await button(page, 'Go on').waitFor();

  expect(await lineOf(page, LONG)).toContain('Waiting');
  expect(await lineOf(page, LAST)).toContain('Waiting');
  expect(await lineOf(page, FIRST)).toContain('8 of 8');
  await page.getByText('The results of 1 clip are kept on this device').waitFor();
  const early = await savedReport(page);
  expect(early.timings.clips.map(({ name }) => name)).toEqual([FIRST]);
  const figures = scoredByCore(early.clips, decided(early.thresholds));
  expect(figures).toEqual([expect.stringContaining('%'), null]);
  expect(await figuresOf(page, 'Rule with α and β')).toEqual(figures);

  await button(page, 'Go on').click();
  await untilTold(page, /^Finished\. 3 of 3 clips done\.$/, 60_000);
  expect(await lineOf(page, LONG)).toContain(`${MANY_FRAMES} of ${MANY_FRAMES}`);
  const { clips: all, thresholds, timings } = await savedReport(page);
  // The very same run of it: another would have taken another time.
  expect(timings.clips[0]).toEqual(early.timings.clips[0]);
  expect(timings.clips.map(({ name }) => name)).toEqual([FIRST, LONG, LAST]);
  expect(await figuresOf(page, 'Rule with α and β')).toEqual(
    scoredByCore(all, decided(thresholds)),
  );
  expect(trouble.errors).toEqual([]);
});
