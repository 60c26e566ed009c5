import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { AnalyserResponse } from '../../src/analyser/messages.ts';
import { visit } from './support/launch.ts';
import {
  analyser,
  analysers,
  button,
  startDrawnFace,
  untilRead,
  untilSaid,
  withSettings,
} from './support/page.ts';

/** What the page's analysers have answered, kept where tests can read it. */
declare global {
  var answers: AnalyserResponse['type'][];
}

async function recordAnswers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.answers = [];
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener('message', ({ data }: MessageEvent<AnalyserResponse>) => {
          globalThis.answers.push(data.type);
        });
      }
    };
  });
}

/** A visitor who has read a face before, and whose files are kept. */
async function returning(settings: object = {}) {
  const { page, context } = await visit({ prepare: (first) => withSettings(first, settings) });
  await startDrawnFace(page);
  const kept = () =>
    page.evaluate(async () => {
      const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      return (await Promise.all(stores.map((cache) => cache.keys()))).flat().length;
    });
  await expect.poll(kept).toBe(5);
  const url = page.url();
  await page.close();
  const next = await context.newPage();
  await recordAnswers(next);
  return { page: next, url };
}

test('a first visit fetches nothing of the analyser before anything is started', async () => {
  const { page } = await visit();
  await page.waitForLoadState('networkidle');
  expect(page.workers()).toEqual([]);
  const files = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  expect(files.filter((path) => /\.(wasm|onnx|tflite|json)$/.test(path))).toEqual([]);
});

test('on a later visit the analyser is ready before anything is started', async () => {
  const { page, url } = await returning();
  await page.goto(url);
  await page.waitForFunction(() => answers.includes('ready'));
  await startDrawnFace(page);
  expect(await page.evaluate(() => answers.filter((type) => type === 'ready').length)).toBe(1);
  expect(analysers(page)).toHaveLength(1);
});

test('what fails before anything is started is not told, and is tried again', async () => {
  const { page, url } = await returning();
  await page.route('**/models/*/pack.json', (route) => route.fulfill({ status: 503 }), {
    times: 1,
  });
  await page.goto(url);
  await page.waitForFunction(() => answers.includes('failed'));
  expect(await button(page, 'Start camera').isVisible()).toBe(true);
  expect(await page.getByRole('alert').count()).toBe(0);
  await startDrawnFace(page);
});

test('a start while the analyser is still being built takes that one', async () => {
  const { page, url } = await returning();
  await page.goto(url);
  await analyser(page);
  await button(page, 'Try it without a camera').first().click();
  await untilRead(page);
  expect(analysers(page)).toHaveLength(1);
  expect(await page.evaluate(() => answers.filter((type) => type === 'ready').length)).toBe(1);
});

test('what a build in advance has to say is said once something is started', async () => {
  const { page, url } = await returning({ backend: 'webgpu' });
  await page.goto(url);
  await page.waitForFunction(() => answers.includes('ready'));
  await startDrawnFace(page);
  await untilSaid(page, 'This browser offers no WebGPU.');
});

test('another analyser than the last visit’s is not built in advance', async () => {
  const { page, url } = await returning();
  await withSettings(page, { range: 'full' });
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  expect(page.workers()).toEqual([]);
});
