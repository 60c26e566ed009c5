import { expect, test } from 'vitest';
import { DEFAULT_PACK_NAME } from '../support/default-pack.ts';
import { encodeClips } from './support/clips.ts';
import { chooseFiles, openEvaluate } from './support/evaluate-page.ts';
import { visit } from './support/launch.ts';
import { button } from './support/page.ts';

test('two packs read the same clips, and their figures stand side by side', async () => {
  const { page, trouble } = await visit();
  const clips = await encodeClips(page, [
    { name: 'A101_hap_int1_ver1.webm', shows: ['smiling'] },
    { name: 'A101_neu_sit1_ver1.webm', shows: ['neutral'] },
    { name: 'A102_mix_hap_sad_70_30_ver1.webm', shows: ['smiling'] },
  ]);
  await openEvaluate(page);
  await chooseFiles(page, clips);
  await page.locator('summary').filter({ hasText: 'Settings' }).click();
  const other = 'FER+ 48, Linear';
  await page.getByLabel('Compare with').selectOption({ label: other });
  await button(page, 'Evaluate 3 clips').click();

  const pair = page.getByRole('region', { name: 'Two models on the same clips' });
  await pair.getByText('3 clips read by both, 1 of them blends').waitFor({ timeout: 60_000 });
  const [, first, second] = await pair.getByRole('columnheader').allTextContents();
  expect(first).toMatch(new RegExp(`^A ${DEFAULT_PACK_NAME}, `));
  expect(second).toBe(`B ${other}`);
  const presence = pair.getByRole('row', { name: 'ACC_presence' });
  const cells = await presence.getByRole('cell').allTextContents();
  const [ours, theirs, less] = cells.map((text) =>
    Number.parseFloat(text.trim().replace('−', '-')),
  );
  // The smile and the calm face are read by the default pack; nobody is sad in the blend.
  expect(ours).toBeCloseTo(66.7);
  expect(less).toBeCloseTo(theirs! - ours!, 0);
  const sentence = (await pair.getByText('McNemar’s exact test').textContent()) ?? '';
  const [onlyA, onlyB] = [...sentence.matchAll(/of (\d) ?(?:clips?|\.)/g)].map(([, count]) =>
    Number(count),
  );
  expect((onlyA! - onlyB!) / clips.length).toBeCloseTo((ours! - theirs!) / 100, 2);
  expect(trouble.errors).toEqual([]);
});
