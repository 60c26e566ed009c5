import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { KEPT } from '../../src/core/session/kept-places.ts';
import { visit } from './support/launch.ts';
import { button, startDrawnFace } from './support/page.ts';

/** All names under which the browser keeps something for the page. */
function keptNames(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return [
      ...Object.keys(localStorage),
      ...databases.map(({ name }) => name ?? ''),
      ...(await caches.keys()),
    ];
  });
}

async function openSettings(page: Page): Promise<void> {
  await button(page, 'Settings').click();
  await page.getByRole('region', { name: 'Kept on this device' }).waitFor();
}

/** What the panel says is kept of one thing. */
function sizeOf(page: Page, name: string): Promise<string | null> {
  return page
    .getByRole('region', { name: 'Kept on this device' })
    .getByRole('listitem')
    .filter({ hasText: name })
    .locator('.size')
    .textContent();
}

test('the register names all that the page keeps, and deletes it', async () => {
  const { page, trouble } = await visit();
  await startDrawnFace(page);
  await page.keyboard.press('h');
  const registered = Object.values(KEPT).map(({ name }) => name as string);
  const names = await keptNames(page);
  expect(names).toContain(KEPT.files.name);
  expect(names.filter((name) => !registered.includes(name))).toEqual([]);

  await openSettings(page);
  await expect.poll(() => sizeOf(page, 'Files of the model')).toMatch(/^\d+\.\d MB$/);
  await button(page, 'Delete all of it').click();
  for (const name of ['Settings', 'The model used last', 'Files of the model']) {
    await expect.poll(() => sizeOf(page, name)).toBe('Nothing');
  }
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(trouble.errors).toEqual([]);
});

test('where storage is refused the page works, and says what does not last', async () => {
  const { page, trouble } = await visit({
    prepare: (page) =>
      page.addInitScript(() => {
        const refuse = () => {
          throw new DOMException('', 'SecurityError');
        };
        Object.defineProperty(globalThis, 'localStorage', { get: refuse });
        IDBFactory.prototype.open = refuse;
        CacheStorage.prototype.open = () => Promise.reject(new DOMException('', 'SecurityError'));
        CacheStorage.prototype.has = CacheStorage.prototype.open as never;
      }),
  });
  await startDrawnFace(page);
  await openSettings(page);
  await page.getByText('This browser keeps no settings for this page').waitFor();
  await button(page, 'Close').click();
  await page.getByRole('link', { name: 'Evaluate' }).click();
  await page.getByText('This browser keeps no results for this page').waitFor();
  expect(trouble.errors).toEqual([]);
});
