import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { seriousBarriers } from './support/axe.ts';
import { stand, withDrawnCamera } from './support/drawn-camera.ts';
import { visit } from './support/launch.ts';
import { filmOfPhoto } from './support/mjpeg.ts';
import {
  button,
  meter,
  percent,
  startCamera,
  startDrawnFace,
  untilRead,
  untilSpoken,
  untilUnread,
  withSettings,
} from './support/page.ts';

test('a smiling person is happy within five seconds, and stays so for ten in which the page stays free', async () => {
  const { page } = await visit({ film: await filmOfPhoto('smiling') });
  // The first visit there is: nothing is cached.
  await startCamera(page);
  await untilSpoken(page, /^Reads as Happiness\.$/, 5000);
  const { said, longTasks } = await page.evaluate(async () => {
    const status = document.querySelector('[role=status]');
    const seen = new Set([status?.textContent]);
    const sentences = new MutationObserver(() => seen.add(status?.textContent));
    sentences.observe(status!, { childList: true, characterData: true, subtree: true });
    const durations: number[] = [];
    const tasks = new PerformanceObserver((list) => {
      durations.push(...list.getEntries().map(({ duration }) => duration));
    });
    tasks.observe({ type: 'longtask' });
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    sentences.disconnect();
    tasks.disconnect();
    return { said: [...seen], longTasks: durations };
  });
  expect(said).toEqual(['Reads as Happiness.']);
  expect(longTasks).toEqual([]);
});

/** Runs in the page: whatever its workers are asked comes to them a fifth of a second late. */
function delayWorkers(): void {
  class LateWorker extends Worker {
    override postMessage(
      message: unknown,
      transfer: Transferable[] | StructuredSerializeOptions = [],
    ): void {
      setTimeout(() => super.postMessage(message, transfer as Transferable[]), 200);
    }
  }
  Object.assign(globalThis, { Worker: LateWorker });
}

test('a device that is too slow for its camera says how many frames it reads', async () => {
  const { page } = await visit({
    film: await filmOfPhoto('smiling'),
    prepare: (page) => page.addInitScript(delayWorkers),
  });
  await startCamera(page);
  await untilRead(page);
  const told = page.getByRole('region', { name: 'Picture' }).getByText('no time for more');
  await told.waitFor({ timeout: 30_000 });
  expect(await told.textContent()).toMatch(/^[1-5] readings? a second: /);
});

test('a calm person reads as neutral', async () => {
  const { page } = await visit({ film: await filmOfPhoto('neutral') });
  await startCamera(page);
  await untilSpoken(page, /^Reads as Neutral\.$/);
});

test('the six meters are named, in label order, and sum to 100, beside the one crop that the model sees', async () => {
  const { page } = await visit({
    film: await filmOfPhoto('smiling'),
    prepare: (page) => withSettings(page, { showCrop: true }),
  });
  await startCamera(page);
  await untilRead(page);
  const names = await page
    .getByRole('meter')
    .evaluateAll((meters) => meters.map((each) => each.getAttribute('aria-label')));
  expect(names).toEqual(['Anger', 'Disgust', 'Fear', 'Happiness', 'Sadness', 'Neutral']);
  await expect.poll(() => percent(page, 'Happiness')).toBeGreaterThan(50);
  expect(await meter(page, 'Happiness').getAttribute('aria-valuemax')).toBe('100');
  await expect.poll(() => page.locator('canvas[width="48"][height="48"]').count()).toBe(1);
});

test('of two people one is read, and both where everyone is to be read', async () => {
  const film = await filmOfPhoto('pair');
  const picture = (page: Page) => page.getByRole('region', { name: 'Picture' });
  const one = await visit({ film });
  await startCamera(one.page);
  await untilRead(one.page);
  await expect.poll(() => picture(one.page).locator('.frame').count()).toBe(2);
  expect(await picture(one.page).getByText('Happiness').count()).toBe(0);
  const both = await visit({
    film,
    prepare: (page) => withSettings(page, { everyone: true }),
  });
  await startCamera(both.page);
  await untilRead(both.page);
  await expect.poll(() => picture(both.page).getByText('Happiness').count()).toBe(1);
});

test('an empty room is looked at until somebody comes, and after they have gone', async () => {
  const { page } = await visit({ prepare: withDrawnCamera });
  await startCamera(page);
  await untilSpoken(page, /^Looking for a face\.$/);
  await stand(page, { hap: 100 });
  await untilRead(page);
  await untilSpoken(page, /Happiness/);
  await stand(page);
  await untilUnread(page);
  await untilSpoken(page, /^Looking for a face\.$/);
});

test('a camera is read from its track, and from what the page shows where it gives no frames', async () => {
  const film = await filmOfPhoto('smiling');
  const taps = (page: Page) => page.evaluate(() => Reflect.get(globalThis, 'taps') as number);
  const fromTrack = await visit({
    film,
    prepare: (page) =>
      page.addInitScript(() => {
        const Processor = Reflect.get(globalThis, 'MediaStreamTrackProcessor') as new () => object;
        const counting = {
          construct: (target: typeof Processor, args: []) => {
            Reflect.set(globalThis, 'taps', Number(Reflect.get(globalThis, 'taps') ?? 0) + 1);
            return new target(...args);
          },
        };
        Reflect.set(globalThis, 'MediaStreamTrackProcessor', new Proxy(Processor, counting));
      }),
  });
  await startCamera(fromTrack.page);
  await untilSpoken(fromTrack.page, /^Reads as Happiness\.$/);
  expect(await taps(fromTrack.page)).toBe(1);
  const fromView = await visit({
    film,
    prepare: (page) =>
      page.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'MediaStreamTrackProcessor');
      }),
  });
  await startCamera(fromView.page);
  await untilSpoken(fromView.page, /^Reads as Happiness\.$/);
});

test('the timeline is drawn, and again in the colours of another theme', async () => {
  const { page, trouble } = await visit({ context: { colorScheme: 'dark' } });
  await startDrawnFace(page);
  const timeline = page.getByRole('img', { name: /last 30 seconds/ }).locator('canvas');
  /** How many of its pixels have a line's colour in the theme as it is now. */
  const drawn = () =>
    timeline.evaluate((canvas: HTMLCanvasElement) => {
      const { clientWidth: width, clientHeight: height } = canvas;
      const copy = new OffscreenCanvas(width, height).getContext('2d')!;
      const words = () => new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer);
      const theme = getComputedStyle(document.documentElement);
      const colors = ['ang', 'disg', 'fea', 'hap', 'sad', 'neu'].map((emotion) => {
        copy.fillStyle = theme.getPropertyValue(`--emotion-${emotion}`);
        copy.fillRect(0, 0, 1, 1);
        return words()[0]!;
      });
      copy.clearRect(0, 0, width, height);
      copy.drawImage(canvas, 0, 0);
      return words().filter((word) => colors.includes(word)).length;
    });
  /** By how many pixels it is wider and higher than what it is shown at. */
  const excess = () =>
    timeline.evaluate((canvas: HTMLCanvasElement) => [
      canvas.width - canvas.clientWidth,
      canvas.height - canvas.clientHeight,
    ]);
  await expect.poll(drawn).toBeGreaterThan(300);
  await expect.poll(excess).toEqual([0, 0]);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(drawn).toBeGreaterThan(300);
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    await expect.poll(excess).toEqual([0, 0]);
    await expect.poll(drawn).toBeGreaterThan(100);
  }
  expect(trouble.errors).toEqual([]);
});

test('settings outlast the visit, and can be reset', async () => {
  const { page } = await visit();
  await button(page, 'Settings').click();
  await page.getByRole('slider').first().waitFor();
  await page.getByRole('switch').first().click();
  const stored = () => page.evaluate(() => localStorage.getItem('blendscope.settings'));
  const before = await stored();
  expect(before).not.toBeNull();
  await page.reload();
  expect(await stored()).toBe(before);
  await button(page, 'Settings').click();
  await button(page, 'Reset to the pack’s').click();
  expect(await stored()).toBeNull();
});

describe.each(['dark', 'light'] as const)('in the %s theme', (colorScheme) => {
  test('axe-core finds nothing serious, idle, running or explained', async () => {
    const { page } = await visit({ context: { colorScheme } });
    expect(await seriousBarriers(page)).toEqual([]);
    await startDrawnFace(page);
    expect(await seriousBarriers(page)).toEqual([]);
    await button(page, 'Settings').click();
    expect(await seriousBarriers(page)).toEqual([]);
    await button(page, 'What is this?').click();
    expect(await seriousBarriers(page)).toEqual([]);
  });
});
