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
  return {
    /** Another visit, once what comes before it is prepared; it ends when `during` does. */
    again: async (
      during: (page: Page) => Promise<void>,
      prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
    ) => {
      const next = await context.newPage();
      await recordAnswers(next);
      await prepare(next);
      await next.goto(url);
      await during(next);
      await next.close();
    },
  };
}

const timesReady = (page: Page) =>
  page.evaluate(() => answers.filter((type) => type === 'ready').length);

test('a first visit fetches nothing of the analyser before anything is started, and then faces before the model', async () => {
  const { page } = await visit();
  await page.waitForLoadState('networkidle');
  expect(page.workers()).toEqual([]);
  const files = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  expect(files.filter((path) => /\.(wasm|onnx|tflite|json)$/.test(path))).toEqual([]);

  // A face is framed before the model is there that reads it.
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/encoder.onnx', async (route) => {
    await held;
    await route.continue();
  });
  await button(page, 'Try it without a camera').click();
  await page.locator('.frame.primary').waitFor();
  expect(await page.getByRole('progressbar').isVisible()).toBe(true);
  release();
  await untilRead(page);
});

test('on later visits the analyser is built before anything is started, unless it is another', async () => {
  const visitor = await returning();
  await visitor.again(async (page) => {
    await page.waitForFunction(() => answers.includes('ready'));
    await startDrawnFace(page);
    expect(await timesReady(page)).toBe(1);
    expect(analysers(page)).toHaveLength(1);
  });

  // A start while it is still being built takes that one.
  await visitor.again(async (page) => {
    await analyser(page);
    await startDrawnFace(page);
    expect(analysers(page)).toHaveLength(1);
    expect(await timesReady(page)).toBe(1);
  });

  // What fails before anything is started is not told, and is tried again.
  await visitor.again(
    async (page) => {
      await page.waitForFunction(() => answers.includes('failed'));
      expect(await button(page, 'Start camera').isVisible()).toBe(true);
      expect(await page.getByRole('alert').count()).toBe(0);
      await startDrawnFace(page);
    },
    (page) =>
      page.route('**/models/*/pack.json', (route) => route.fulfill({ status: 503 }), { times: 1 }),
  );

  await visitor.again(
    async (page) => {
      await page.waitForLoadState('networkidle');
      expect(page.workers()).toEqual([]);
    },
    (page) => withSettings(page, { range: 'full' }),
  );
});

test('what a build in advance has to say is said once something is started', async () => {
  const visitor = await returning({ backend: 'webgpu' });
  await visitor.again(async (page) => {
    await page.waitForFunction(() => answers.includes('ready'));
    await startDrawnFace(page);
    await untilSaid(page, 'This browser offers no WebGPU.');
  });
});
