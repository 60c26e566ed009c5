import type { Page } from 'playwright-core';

const READ = /^(Reads as|Nothing clear)/;
const TIMEOUT = 120_000;

/** Opens our page as a visitor does, presses a button of its start, and waits until a face is read. */
export async function startAndRead(
  page: Page,
  url: string,
  start: 'Start camera' | 'Try it without a camera',
): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: start, exact: true }).first().click();
  await page.getByRole('status').filter({ hasText: READ }).waitFor({ timeout: TIMEOUT });
}
