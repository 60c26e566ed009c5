import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from './support/launch.ts';
import { percent, spoken, startDrawnFace } from './support/page.ts';

const SCREENSHOT = fileURLToPath(new URL('output/screenshot.png', import.meta.url));

/** A library that tells its maker of itself does so once a minute. */
const LONG_ENOUGH = 65_000;

/** Resolves while this is drawn, and read as such in words; alone, it is the highest meter as well. */
async function untilReadAsDrawn(page: Page, drawn: string, words: RegExp): Promise<void> {
  await page.waitForFunction(
    ({ drawn, words }) => {
      const truth = document.querySelector('.truth p')?.textContent;
      const status = document.querySelector('[role=status]')?.textContent ?? '';
      const meters = [...document.querySelectorAll('[role=meter]')];
      const value = (meter: Element) => Number(meter.getAttribute('aria-valuenow'));
      const highest = meters.reduce((best, meter) => (value(meter) > value(best) ? meter : best));
      const leads = drawn.includes(highest.getAttribute('aria-label') ?? ' ');
      return truth === `Drawn: ${drawn}` && words.test(status) && leads;
    },
    { drawn, words },
    { timeout: 100_000 },
  );
}

async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shifts: string[] = [];
    Object.assign(globalThis, { shiftsOfTest: shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(JSON.stringify(entry));
    }).observe({ type: 'layout-shift' });
  });
}

async function shifts(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () => (globalThis as unknown as { shiftsOfTest: readonly string[] }).shiftsOfTest,
  );
}

test('for a minute the drawn face is read as it is drawn, nothing moves, and nothing is asked of another origin', async () => {
  const { page, trouble } = await visit({ context: { colorScheme: 'dark' } });
  await startDrawnFace(page);
  const began = performance.now();
  await watchShifts(page);
  for (const emotion of ['Happiness', 'Sadness', 'Anger']) {
    await untilReadAsDrawn(page, `100 ${emotion}`, new RegExp(emotion));
  }
  await untilReadAsDrawn(page, '70 Happiness 30 Sadness', /Happiness and .*Sadness/);
  // For the README.
  await page.screenshot({ path: SCREENSHOT });
  expect(await spoken(page)).toMatch(/Sadness/);
  // Not a wait for something: the time itself is what is tested.
  await page.waitForTimeout(Math.max(0, LONG_ENOUGH - (performance.now() - began)));
  const happiness = await percent(page, 'Happiness');
  await expect.poll(() => percent(page, 'Happiness'), { timeout: 30_000 }).not.toBe(happiness);
  expect(await shifts(page)).toEqual([]);
  expect(trouble.foreign).toEqual([]);
  expect(trouble.errors).toEqual([]);
}, 240_000);
