import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { DEFAULT_PACK_ID } from '../../src/core/pack/default-pack-id.ts';
import { openReport } from '../../src/sources/replay/open-report.ts';
import { visit } from './support/launch.ts';
import { button, startDrawnFace, untilRead, untilSaid } from './support/page.ts';

const KEEP = 'Keep the last 20 seconds';

/** Saves what is kept, once that is so many seconds. */
async function saveReport(page: Page, seconds: number): Promise<Buffer> {
  await expect
    .poll(async () => parseInt((await page.getByText(/s kept$/).textContent()) ?? '', 10))
    .toBeGreaterThanOrEqual(seconds);
  const saving = page.waitForEvent('download');
  await button(page, 'Save a report').click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^blendscope-report-[\dT-]+\.zip$/);
  return readFile(await saved.path());
}

async function open(page: Page, buffer: Buffer): Promise<void> {
  await button(page, 'Stop').click();
  const file = { name: 'report.zip', mimeType: 'application/zip', buffer };
  await page.locator('main input[type=file]').setInputFiles(file);
}

const reportIn = async (zip: Buffer) => (await openReport(new Blob([new Uint8Array(zip)])))!.report;

test('a report with crops is read again to the same readings; without, its numbers are shown', async () => {
  const { page, trouble } = await visit();
  await startDrawnFace(page);
  await button(page, 'Settings').click();
  // Nothing is kept unasked.
  expect(await page.getByText(/s kept$/).count()).toBe(0);
  expect(await button(page, 'Save a report').count()).toBe(0);
  await page.getByRole('switch', { name: KEEP }).click();
  const numbers = await saveReport(page, 1);
  await page.getByLabel('With pictures').selectOption({ label: 'What the model sees of the face' });
  const crops = await saveReport(page, 2);

  const recorded = await reportIn(crops);
  expect(recorded).toMatchObject({
    source: 'drawn',
    pictures: 'crops',
    pack: { id: DEFAULT_PACK_ID },
  });
  const frames = recorded.frames.filter(({ picture }) => picture !== null).length;
  expect(frames).toBeGreaterThan(5);
  await open(page, crops);
  await untilRead(page);
  await untilSaid(page, `This device gives the same readings. Frames compared: ${frames}.`);
  expect(await page.getByText(/^Recorded: /).count()).toBe(1);

  expect((await reportIn(numbers)).frames.every(({ picture }) => picture === null)).toBe(true);
  await open(page, numbers);
  await untilSaid(page, 'This report holds no pictures.');
  await untilRead(page);
  expect(await page.getByText(/^Recorded: /).count()).toBe(1);
  expect(await page.getByText(/This device gives/).count()).toBe(0);
  expect(trouble.errors).toEqual([]);
});
