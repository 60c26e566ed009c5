import type { Locator, Page, Worker } from 'playwright-core';
import { expect } from 'vitest';

/** What a visitor finds on the page, by role and words. */

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

export function meter(page: Page, emotion: string): Locator {
  return page.getByRole('meter', { name: emotion, exact: true });
}

/** The meter's number, 0..100. */
export async function percent(page: Page, emotion: string): Promise<number> {
  return Number(await meter(page, emotion).getAttribute('aria-valuenow'));
}

/** The sum of the six meters: 100 while a face is read, else 0. */
async function sumOfMeters(page: Page): Promise<number> {
  const values = await page
    .getByRole('meter')
    .evaluateAll((meters) => meters.map((meter) => Number(meter.getAttribute('aria-valuenow'))));
  return values.reduce((sum, value) => sum + value, 0);
}

/** Resolves once a face is read. */
export async function untilRead(page: Page, timeout = 60_000): Promise<void> {
  await expect.poll(() => sumOfMeters(page), { timeout }).toBe(100);
}

/** Resolves once no face is read. */
export async function untilUnread(page: Page): Promise<void> {
  await expect.poll(() => sumOfMeters(page)).toBe(0);
}

/** The sentence a screen reader is told. */
export async function spoken(page: Page): Promise<string> {
  return (await page.getByRole('status').textContent()) ?? '';
}

export async function untilSpoken(page: Page, words: RegExp, timeout = 30_000): Promise<void> {
  await expect.poll(() => spoken(page), { timeout }).toMatch(words);
}

/** Resolves once the page says so, as a failure or in passing. */
export async function untilSaid(page: Page, words: string, timeout = 40_000): Promise<void> {
  await page.getByText(words).first().waitFor({ timeout });
}

/** Starts the drawn face and waits until it is read. */
export async function startDrawnFace(page: Page, timeout?: number): Promise<void> {
  await button(page, 'Try it without a camera').first().click();
  await untilRead(page, timeout);
}

export async function startCamera(page: Page): Promise<void> {
  await button(page, 'Start camera').click();
}

function isAnalyser(worker: Worker): boolean {
  return /\/analyser-worker-[^/]*\.js$/.test(worker.url());
}

/** The workers that analyse, without those that work for them. */
export function analysers(page: Page): Worker[] {
  return page.workers().filter(isAnalyser);
}

/** The worker that analyses now; it is replaced when it breaks. */
export async function analyser(page: Page): Promise<Worker> {
  return analysers(page).at(-1) ?? page.waitForEvent('worker', isAnalyser);
}

/** Settings as the page would have kept them from an earlier visit. */
export async function withSettings(page: Page, settings: object): Promise<void> {
  await page.addInitScript((text) => {
    localStorage.setItem('blendscope.settings', text);
  }, JSON.stringify(settings));
}

/** Prepends code to the analyser's script, as something in the browser might behave otherwise. */
export async function patchAnalyser(page: Page, code: string): Promise<void> {
  await page.route('**/assets/analyser-worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${code}\n${await response.text()}` });
  });
}
