import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { contrast } from '../support/contrast.ts';
import { visit } from './support/launch.ts';
import { meter, startDrawnFace, withSettings } from './support/page.ts';
import { pictureOf } from './support/pixels.ts';

/** What WCAG asks of graphics. */
const VISIBLE = 3;

/** The presence mark, far from where the levels of the test end. */
const ALPHA = 0.5;

/** Resolves with the emotion whose level passes 90. */
async function untilClear(page: Page): Promise<string> {
  const found = await page.waitForFunction(
    () => {
      const meters = [...document.querySelectorAll('[role=meter]')];
      const clear = meters.find((meter) => Number(meter.getAttribute('aria-valuenow')) > 80);
      return clear?.getAttribute('aria-label');
    },
    null,
    { timeout: 60_000 },
  );
  return (await found.jsonValue())!;
}

describe.each(['dark', 'light'] as const)('with forced colours, %s', (colorScheme) => {
  test('bars, marks, the reading and the timeline are to be seen', async () => {
    const { page } = await visit({
      context: { colorScheme, forcedColors: 'active' },
      prepare: (page) => withSettings(page, { alpha: ALPHA }),
    });
    await startDrawnFace(page);
    const emotion = await untilClear(page);

    const bar = await pictureOf(meter(page, emotion));
    const level = bar.at(0.25, 0.5);
    const track = bar.at(0.98, 0.5);
    expect(contrast(level, track), 'level and track').toBeGreaterThanOrEqual(VISIBLE);
    const mark = bar.at(ALPHA, 0.5);
    expect(contrast(mark, level), 'mark and level').toBeGreaterThan(1.5);

    const reading = await pictureOf(page.getByRole('region', { name: 'Reading', exact: true }));
    const ground = reading.at(0.9, 0.5);
    const words = reading.pixels.filter((pixel) => contrast(pixel, ground) >= 4.5);
    expect(words.length, 'words on the reading').toBeGreaterThan(reading.pixels.length / 200);
    expect(contrast(ground, track), 'reading and page').toBeGreaterThanOrEqual(VISIBLE);

    const chart = await pictureOf(page.getByRole('img', { name: /^Lines of the six/ }));
    const canvas = chart.at(0.01, 0.01);
    const drawn = chart.pixels.filter((pixel) => contrast(pixel, canvas) >= VISIBLE);
    expect(drawn.length, 'timeline').toBeGreaterThan(chart.width);
  });
});

test('the timeline follows when colours are forced while it is drawn', async () => {
  const { page } = await visit({ context: { colorScheme: 'dark' } });
  await startDrawnFace(page);
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
  const share = async () => {
    const chart = await pictureOf(page.getByRole('img', { name: /^Lines of the six/ }));
    const dark = chart.pixels.filter((pixel) => contrast(pixel, [255, 255, 255]) >= 7);
    return dark.length / chart.pixels.length;
  };
  await expect.poll(share).toBeGreaterThan(0.002);
  expect(await share()).toBeLessThan(0.5);
});
