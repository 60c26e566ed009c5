import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from './support/launch.ts';
import { analyser, startDrawnFace } from './support/page.ts';

/** A server elsewhere that answers everybody: only a policy can keep a request from it. */
const ELSEWHERE = 'https://elsewhere.example/collect';

async function openElsewhere(page: Page): Promise<void> {
  await page.context().route(`${ELSEWHERE}**`, (route) =>
    route.fulfill({
      body: 'thank you',
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      },
    }),
  );
}

/** Asks for `address`. @returns the answer, or the rule that refused it. */
async function ask(address: string): Promise<string> {
  const refused = new Promise<string>((resolve) => {
    addEventListener('securitypolicyviolation', (event) => {
      resolve(`refused by ${event.effectiveDirective}`);
    });
  });
  return fetch(address).then(
    (response) => response.text(),
    // Any other error leaves the question open, and the test fails in time.
    () => refused,
  );
}

test('the worker, which sees the faces, cannot reach another origin', async () => {
  const { page } = await visit();
  await openElsewhere(page);
  await startDrawnFace(page);
  const worker = await analyser(page);
  expect(await worker.evaluate(ask, ELSEWHERE)).toBe('refused by connect-src');
});

test('neither can the page', async () => {
  const { page } = await visit();
  await openElsewhere(page);
  expect(await page.evaluate(ask, ELSEWHERE)).toBe('refused by connect-src');
});

test('without the policy the same request is answered', async () => {
  const { page, context } = await visit();
  await openElsewhere(page);
  const free = await context.newPage();
  expect(await free.evaluate(ask, ELSEWHERE)).toBe('thank you');
});

test('no camera is asked for before the click that starts it', async () => {
  const { page } = await visit({
    prepare: (page) =>
      page.addInitScript(() => {
        const { getUserMedia } = MediaDevices.prototype;
        const asked = { times: 0 };
        Object.assign(globalThis, { askedForCamera: asked });
        MediaDevices.prototype.getUserMedia = function (wish) {
          asked.times += 1;
          return getUserMedia.call(this, wish);
        };
      }),
  });
  const asked = () =>
    page.evaluate(
      () => (globalThis as unknown as { askedForCamera: { times: number } }).askedForCamera.times,
    );
  const start = page.getByRole('button', { name: 'Start camera' });
  await start.waitFor();
  expect(await asked()).toBe(0);
  await start.click();
  await expect.poll(asked).toBe(1);
});
