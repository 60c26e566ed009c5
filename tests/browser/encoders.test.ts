import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { drop } from './support/drop.ts';
import { exportedPack, missingExports } from './support/exported.ts';
import { filmOfScenes } from './support/drawn-film.ts';
import { visit } from './support/launch.ts';
import { tasksDuring } from './support/main-thread-tasks.ts';
import { button, startCamera, untilRead } from './support/page.ts';

const PACKS = ['clip-reduced', 'videomae-reduced', 'video-swin-reduced'];
const missing = missingExports(PACKS);

/** All packs together read a camera for twenty. */
const SECONDS = 7;
/** Milliseconds. */
const LONGEST_TASK = 50;

const SCENES = [
  { faces: [{ hap: 100 }], seconds: 1.5 },
  { faces: [{ sad: 100 }], seconds: 1.5 },
];

interface Observed {
  /** What the processor worked on the longest task of the page's thread, in milliseconds. */
  readonly longest: number;
  /** Different positions of the meters that were seen. */
  readonly readings: number;
  /** Frames analysed a second. */
  readonly rate: number;
}

/** What happens on the page for so many seconds. */
async function observe(page: Page, seconds: number): Promise<Observed> {
  let readings = 0;
  const tasks = await tasksDuring(page, async () => {
    readings = await page.evaluate(async (duration) => {
      const meters = () =>
        [...document.querySelectorAll('[role=meter]')]
          .map((meter) => meter.getAttribute('aria-valuenow'))
          .join();
      const seen = new Set([meters()]);
      const looking = setInterval(() => seen.add(meters()), 50);
      await new Promise((resolve) => setTimeout(resolve, duration * 1000));
      clearInterval(looking);
      return seen.size;
    }, seconds);
  });
  expect(tasks.length).toBeGreaterThan(seconds);
  const longest = tasks.reduce((most, { computing }) => Math.max(most, computing), 0);
  return { longest, readings, rate: await measured(page, 'analysed') };
}

async function measured(page: Page, what: string): Promise<number> {
  const measurements = page.getByRole('region', { name: 'Measurements' });
  const text = await measurements.locator(`dt:text-is("${what}") + dd`).textContent();
  return Number.parseFloat(text ?? '');
}

test.skipIf(missing !== '')(
  `encoders exported at reduced depth read a camera beside its frames${missing}`,
  async () => {
    const { page, trouble } = await visit({ film: await filmOfScenes(SCENES) });
    await startCamera(page);
    await untilRead(page);
    await page.keyboard.press('h');
    const light = await observe(page, 4);
    for (const id of PACKS) {
      await drop(page, [exportedPack(id)]);
      await page.getByText('reads now.').waitFor();
      await untilRead(page);
      const observed = await observe(page, SECONDS);
      expect(observed.longest).toBeLessThan(LONGEST_TASK);
      // Random weights of clips make all but the same of any picture.
      if (id === 'clip-reduced') expect(observed.readings).toBeGreaterThan(1);
      expect(observed.rate).toBeGreaterThan(light.rate / 2);
      await page.getByText(/^Reading of [\d.]+ s ago$/).waitFor();
      expect(await measured(page, 'encode')).toBeGreaterThan(0);
      await page.getByRole('button', { name: 'Dismiss' }).click();
    }

    // A frozen frame of a clip is not explained, and the reason is said.
    await button(page, 'Freeze').click();
    await page.getByText('This model reads several frames at once').waitFor();
    const explaining = page.getByRole('table').getByRole('button', { disabled: true });
    expect(await explaining.count()).toBe(6);
    await button(page, 'Let it go').click();

    // Compared, each side says how old its reading is, where it is older than the frame.
    await button(page, 'Settings').click();
    await page.getByLabel('Compare with').selectOption({ label: 'FER+ 48, Linear' });
    await button(page, 'Close').click();
    const [a, b] = ['Reading, A', 'Reading, B'].map((name) => page.getByRole('region', { name }));
    await a!.getByText(/^Reading of [\d.]+ s ago$/).waitFor();
    expect(await b!.getByText(/^Reading of/).count()).toBe(0);
    expect(trouble.errors).toEqual([]);
  },
  180_000,
);
