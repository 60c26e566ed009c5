import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { DEFAULT_PACK_ID } from '../../src/core/pack/default-pack-id.ts';
import { wcagViolations } from './support/axe.ts';
import { filmOfScenes } from './support/drawn-film.ts';
import { visit } from './support/launch.ts';
import { button, untilSaid } from './support/page.ts';

/** Happiness, by its place among the labels: one target is one round. */
const HAPPY = { label: 3, presence: 1, salience: 1, nearness: 1 };

/** Leaves the booth as its operator has set it up, and what was measured of the model, short. */
async function setUp(page: Page): Promise<void> {
  const pack = await fetch(new URL(`models/${DEFAULT_PACK_ID}/pack.json`, inject('url')));
  const sha256 = createHash('sha256')
    .update(Buffer.from(await pack.arrayBuffer()))
    .digest('hex');
  const html = await (await fetch(inject('url'))).text();
  const [, script = ''] = /<script type="module"[^>]* src="([^"]+)"/.exec(html) ?? [];
  const key = JSON.stringify([new URL(script, inject('url')).href, sha256, null]);
  await page.addInitScript(
    ([options, targets]) => {
      localStorage.setItem('blendscope.booth', options!);
      localStorage.setItem('blendscope.booth-targets', targets!);
    },
    [
      JSON.stringify({ roundSeconds: 4, address: 'https://blendscope.example/' }),
      JSON.stringify({ key, figures: [HAPPY] }),
    ],
  );
}

test('two people are asked, read, play side by side, and are forgotten', async () => {
  const film = await filmOfScenes([{ faces: [{ neu: 100 }, { hap: 100 }], seconds: 2 }]);
  const { page, trouble } = await visit({ film, prepare: setUp });
  const accessible = async (screen: string) => {
    expect.soft(await wcagViolations(page), screen).toEqual([]);
  };
  await page.getByRole('link', { name: 'Booth' }).click();
  await untilSaid(page, 'What does your face show?');
  await accessible('attract');
  await untilSaid(page, 'May this screen read your expression?');
  await accessible('notice');
  await button(page, 'Yes, start').press('Enter');
  await untilSaid(page, 'Relax your face for a moment');
  await accessible('relaxing');
  await button(page, 'Play side by side').waitFor();
  await accessible('live');
  await button(page, 'Play side by side').press('Enter');
  await page.getByRole('region', { name: 'Right' }).waitFor();
  await accessible('game');
  await button(page, 'Show a picture of me').waitFor({ timeout: 30_000 });
  await accessible('result');
  await button(page, 'Show a picture of me').press('Enter');
  await page.getByLabel('The picture you asked for').waitFor();
  await button(page, 'I am done').press('Enter');
  await untilSaid(page, 'Everything about you has been deleted.');
  await button(page, 'Operator panel: hold for three seconds, or press Enter').press('Enter');
  await page.getByRole('dialog').getByText('Rounds').waitFor();
  await accessible('operator');
  await button(page, 'Leave the booth').press('Enter');
  await button(page, 'Start camera').waitFor();
  expect(trouble.errors).toEqual([]);
});

test('who walks on without agreeing is asked, and not counted as a visitor', async () => {
  const film = await filmOfScenes([
    { faces: [], seconds: 4 },
    { faces: [{ hap: 100 }], seconds: 5 },
  ]);
  const { page, trouble } = await visit({ film, prepare: setUp });
  await page.getByRole('link', { name: 'Booth' }).click();
  await untilSaid(page, 'May this screen read your expression?');
  await untilSaid(page, 'What does your face show?');
  expect(await page.evaluate(() => localStorage.getItem('blendscope.booth-counts'))).toBeNull();
  expect(trouble.errors).toEqual([]);
});
