import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from './support/launch.ts';
import { button, startDrawnFace } from './support/page.ts';

async function compareWith(page: Page, reader: string): Promise<void> {
  await button(page, 'Settings').click();
  await page.getByLabel('Compare with').selectOption({ label: reader });
  await button(page, 'Close').click();
}

/** The two figures of the agreement, once both have read for `seconds`: percent, and points. */
async function agreement(page: Page, seconds: number): Promise<readonly number[]> {
  const panel = page.getByRole('region', { name: 'Agreement' });
  const over = async () =>
    Number(/last (\d+) s/.exec((await panel.textContent()) ?? '')?.[1] ?? '0');
  await expect.poll(over, { timeout: 60_000 }).toBeGreaterThanOrEqual(seconds);
  const figures = await panel.locator('dd').allTextContents();
  return figures.map((text) => Number.parseFloat(text));
}

test('the default pack agrees with itself in all that it says', async () => {
  const { page, trouble } = await visit();
  await startDrawnFace(page);
  await compareWith(page, 'FER+ 48, One hidden layer of 256');
  expect(await agreement(page, 4)).toEqual([100, 0]);
  await page.getByText('They have not differed yet.').waitFor();
  expect(trouble.errors).toEqual([]);
});

test('another head differs, both are shown, and they change sides', async () => {
  const { page, trouble } = await visit({
    context: { viewport: { width: 390, height: 844 } },
  });
  await startDrawnFace(page);
  await compareWith(page, 'FER+ 48, Linear');
  const side = (letter: string) => page.getByRole('region', { name: `Reading, ${letter}` });
  await side('B').getByText('FER+ 48, Linear').waitFor();
  const [, points] = await agreement(page, 4);
  expect(points).toBeGreaterThan(0);
  const meters = await page
    .getByRole('meter')
    .evaluateAll((all) => all.map((meter) => Number(meter.getAttribute('aria-valuenow'))));
  expect(meters).toHaveLength(12);
  expect(meters.reduce((sum, value) => sum + value, 0)).toBe(200);
  const strip = page.getByRole('region', { name: 'Where they differ most' });
  await expect.poll(() => strip.locator('canvas').count()).toBeGreaterThan(0);
  await button(page, 'Swap A and B').click();
  await side('A').getByText('FER+ 48, Linear').waitFor();
  await button(page, 'End the comparison').click();
  await expect.poll(() => page.getByRole('meter').count()).toBe(6);
  expect(trouble.errors).toEqual([]);
});
