import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { runAsCommand } from '../../src/tools/command.ts';
import { findBrowser } from '../../src/tools/find-browser.ts';
import { DIST, serve } from '../../src/tools/serve.ts';
import { memory, MEMORY_FLAGS } from './memory.ts';

const WARM_UP_MINUTES = 2;
const MINUTES = 10;

async function run(page: Page, minutes: number): Promise<number> {
  // Not a wait for something: running is what is measured.
  await page.waitForTimeout(minutes * 60_000);
  return memory(page);
}

/** Plays the drawn face for ten minutes and prints by how much memory has grown, in megabytes. */
async function main(): Promise<void> {
  const served = await serve({ dir: DIST, port: 0 });
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', ...MEMORY_FLAGS],
  });
  try {
    const page = await browser.newPage();
    await page.goto(served.url);
    await page.getByRole('button', { name: 'Try it without a camera' }).click();
    await page.getByRole('status').filter({ hasText: 'Reads as' }).waitFor({ timeout: 120_000 });
    const before = await run(page, WARM_UP_MINUTES);
    const after = await run(page, MINUTES);
    console.log(JSON.stringify({ minutes: MINUTES, before, after, growth: after - before }));
  } finally {
    await browser.close();
    await served.close();
  }
}

await runAsCommand(import.meta, main);
