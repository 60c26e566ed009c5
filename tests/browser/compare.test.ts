import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { DEFAULT_PACK_NAME } from '../support/default-pack.ts';
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

/** Resolves while the drawn face shows this and nothing else. */
async function untilDrawn(page: Page, emotion: string): Promise<void> {
  await page.getByText(`Drawn: 100 ${emotion}`, { exact: true }).waitFor({ timeout: 60_000 });
}

test('the default pack agrees with itself in all that it says', async () => {
  const { page, trouble } = await visit();
  await startDrawnFace(page);
  await compareWith(page, `${DEFAULT_PACK_NAME}, One hidden layer of 256`);
  expect(await agreement(page, 4)).toEqual([100, 0]);
  await page.getByText('They have not differed yet.').waitFor();
  expect(trouble.errors).toEqual([]);
});

test('another head differs, both are shown, and they change sides', async () => {
  const { page, trouble } = await visit({
    context: { viewport: { width: 390, height: 844 } },
  });
  await startDrawnFace(page);
  await compareWith(page, `${DEFAULT_PACK_NAME}, Linear`);
  const side = (letter: string) => page.getByRole('region', { name: `Reading, ${letter}` });
  await side('B').getByText(`${DEFAULT_PACK_NAME}, Linear`).waitFor();
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
  await side('A').getByText(`${DEFAULT_PACK_NAME}, Linear`).waitFor();
  await button(page, 'End the comparison').click();
  await expect.poll(() => page.getByRole('meter').count()).toBe(6);
  expect(trouble.errors).toEqual([]);
});

test('the mouth of a drawn smile speaks for happiness, and the next click ends the looking', async () => {
  const { page, trouble } = await visit();
  await startDrawnFace(page);
  await untilDrawn(page, 'Happiness');
  await button(page, 'Freeze').click();
  const panel = page.getByRole('region', { name: 'Frozen moment' });
  const emotion = panel.getByRole('button', { name: 'Happiness' });
  await emotion.click();
  await panel.getByText('Hiding one part of the face after the other …').waitFor();
  await emotion.click();
  await panel.getByText('Choose an expression').waitFor();
  expect(await panel.getByRole('table', { name: 'What would change it' }).count()).toBe(0);
  await emotion.click();
  const changes = panel.getByRole('table', { name: 'What would change it' });
  await changes.waitFor();
  const without = async (part: string) =>
    Number(await changes.getByRole('row', { name: part }).locator('td').last().textContent());
  expect(await without('Without the mouth')).toBeLessThan((await without('The whole face')) - 10);
  expect(await without('Without the brows')).toBeGreaterThan(await without('Without the mouth'));
  const [mouth, forehead] = await panel.locator('canvas').evaluate((canvas) => {
    const context = (canvas as HTMLCanvasElement).getContext('2d')!;
    // How far from gray: the face under the map has no colours of its own.
    const colour = (x: number, y: number) => {
      const { width } = context.canvas;
      const { data } = context.getImageData(x * width, y * width, 1, 1);
      return Math.max(...data.slice(0, 3)) - Math.min(...data.slice(0, 3));
    };
    return [colour(0.5, 0.66), colour(0.5, 0.15)] as const;
  });
  expect(mouth).toBeGreaterThan(forehead + 40);
  expect(trouble.errors).toEqual([]);
});
