import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { single } from '../../src/core/blemore/label.ts';
import { DEFAULT_PACK_ID } from '../../src/core/pack/default-pack-id.ts';
import { KEPT } from '../../src/core/session/kept-places.ts';
import { keptBooth } from '../support/kept-booth.ts';
import { wcagViolations } from './support/axe.ts';
import { stand, withDrawnCamera } from './support/drawn-camera.ts';
import { visit } from './support/launch.ts';
import { button, untilSaid } from './support/page.ts';

const NEUTRAL = { neu: 100 };
const HAPPY = { hap: 100 };

const INVITED = 'What does your face show?';
const ASKED = 'May this screen read your expression?';
const RELAXING = 'Relax your face for a moment';
const FORGOTTEN = 'Everything about you has been deleted.';

/** A booth whose operator has set it up, whose model was measured, and before which nobody stands. */
async function setUp(page: Page): Promise<void> {
  const manifest = await fetch(new URL(`models/${DEFAULT_PACK_ID}/pack.json`, inject('url')));
  const kept = await keptBooth({
    url: inject('url'),
    manifest: new Uint8Array(await manifest.arrayBuffer()),
    // One target is one round.
    targets: [single('hap')],
    options: { roundSeconds: 4, address: 'https://blendscope.example/' },
  });
  await page.addInitScript((items) => {
    for (const [key, text] of items) localStorage.setItem(key!, text!);
  }, kept);
  await page.addInitScript(() => {
    const locks = Object.assign(globalThis, { locks: 0 });
    const request = () => {
      locks.locks += 1;
      return Promise.resolve({ released: false, release: () => Promise.resolve(locks.locks--) });
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
  });
  await withDrawnCamera(page);
}

/** Presses a button without a pointer: reached by Tab, as whoever has no other way does. */
async function pressByKeys(page: Page, name: string): Promise<void> {
  await button(page, name).waitFor();
  const focused = () => button(page, name).evaluate((it) => it === document.activeElement);
  for (let tabs = 0; tabs < 12 && !(await focused()); tabs++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

/** A screen is what screen readers can tell, and names itself in one heading. */
async function expectAccessible(page: Page, screen: string): Promise<void> {
  expect.soft(await wcagViolations(page), screen).toEqual([]);
  expect.soft(await page.getByRole('heading', { level: 1 }).count(), screen).toBe(1);
}

function counted(page: Page): Promise<unknown> {
  return page.evaluate(
    (key) => JSON.parse(localStorage.getItem(key) ?? 'null') as unknown,
    KEPT.boothCounts.name,
  );
}

test('visitors come, agree or not, play, leave and swap, and nothing passes from one to the next', async () => {
  const { page, trouble } = await visit({ prepare: setUp });
  const locks = () => page.evaluate(() => (globalThis as unknown as { locks: number }).locks);
  await page.getByRole('link', { name: 'Booth' }).press('Enter');

  // Nobody.
  await untilSaid(page, INVITED);
  await expectAccessible(page, 'attract');
  await page.getByRole('img', { name: 'QR code for https://blendscope.example/' }).waitFor();
  expect(await locks()).toBe(1);

  // Somebody who never agrees.
  await stand(page, NEUTRAL);
  await untilSaid(page, ASKED);
  await expectAccessible(page, 'notice');
  await stand(page);
  await untilSaid(page, INVITED);
  expect(await counted(page)).toBeNull();

  // Two, of whom one is asked; they play side by side.
  await stand(page, NEUTRAL, HAPPY);
  await untilSaid(page, ASKED);
  await pressByKeys(page, 'Yes, start');
  await untilSaid(page, RELAXING);
  await expectAccessible(page, 'relaxing');
  await button(page, 'Play side by side').waitFor();
  await expectAccessible(page, 'live');
  await page.getByRole('meter', { name: 'Happiness' }).waitFor();
  await pressByKeys(page, 'Play side by side');
  await page.getByRole('region', { name: 'Right' }).waitFor();
  await expectAccessible(page, 'game');
  await page.getByRole('progressbar', { name: 'How near you are' }).first().waitFor();
  await page.getByRole('status').getByText('Now! 100 Happiness').waitFor({ state: 'attached' });
  const moments = page.getByRole('table', { name: 'Your best moments' });
  await moments.waitFor({ timeout: 30_000 });
  await expectAccessible(page, 'result');
  await page.getByRole('columnheader', { name: 'Left' }).waitFor();
  await pressByKeys(page, 'Show a picture of me');
  await page.getByLabel('The picture you asked for').waitFor();

  // They leave early, by walking away, and somebody else comes.
  await stand(page);
  await untilSaid(page, FORGOTTEN, 20_000);
  await page.locator('main.idle').waitFor();
  expect(await moments.count()).toBe(0);
  await stand(page, HAPPY);
  await untilSaid(page, ASKED);
  expect(await page.locator('canvas, video').count()).toBe(0);
  expect(await counted(page)).toEqual({ visitors: 1, rounds: 1 });
  await pressByKeys(page, 'Yes, start');
  await button(page, 'Play: show a blend').waitFor({ timeout: 20_000 });
  await pressByKeys(page, 'Play: show a blend');
  await page.getByRole('region', { name: 'You' }).waitFor();
  expect(await page.getByRole('region', { name: 'Right' }).count()).toBe(0);

  // Another takes their place in the middle of the game: a visitor of their own, asked first.
  await stand(page);
  // In the same place within a second it would be taken for them, who had turned away.
  const left = await page.evaluate(() => performance.now());
  await page.waitForFunction((since) => performance.now() - since > 1500, left);
  await stand(page, NEUTRAL, HAPPY);
  await untilSaid(page, FORGOTTEN);
  await untilSaid(page, ASKED);
  await pressByKeys(page, 'No, thank you');
  await untilSaid(page, INVITED);
  expect(await counted(page)).toEqual({ visitors: 2, rounds: 1 });

  // The operator.
  await page.mouse.move(20, 20);
  await page.mouse.down();
  await page.locator('button.lasting').waitFor();
  await page.mouse.up();
  await page.getByRole('dialog').getByText('Rounds').waitFor();
  expect.soft(await wcagViolations(page), 'operator').toEqual([]);
  await page.getByRole('switch', { name: 'Sound' }).press('Space');
  const kept = await page.evaluate((key) => localStorage.getItem(key), KEPT.booth.name);
  expect(JSON.parse(kept ?? '')).toMatchObject({ sound: true });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await button(page, 'Start camera').waitFor();
  expect(await locks()).toBe(0);
  expect(trouble.errors).toEqual([]);
});
