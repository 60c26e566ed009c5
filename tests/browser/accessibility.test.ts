import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { wcagViolations } from './support/axe.ts';
import { visit } from './support/launch.ts';
import { sidewaysScrolling } from './support/overflow.ts';
import { throughAllPlaces } from './support/places.ts';

const MODES: Readonly<Record<string, BrowserContextOptions>> = {
  'forced colours, dark': { forcedColors: 'active', colorScheme: 'dark' },
  'forced colours, light': { forcedColors: 'active', colorScheme: 'light' },
  'a screen 320 pixels wide': { viewport: { width: 320, height: 640 } },
  // 1280 × 720 pixels, each four times as large.
  'a page at 400 % zoom': { viewport: { width: 320, height: 180 }, deviceScaleFactor: 4 },
};

describe.each(Object.entries(MODES))('%s', (_, context) => {
  test('every place meets WCAG 2.2 AA and scrolls only up and down', async () => {
    const { page, trouble } = await visit({ context });
    await throughAllPlaces(page, async (place) => {
      expect.soft(await wcagViolations(page), place).toEqual([]);
      expect.soft(await sidewaysScrolling(page), place).toEqual([]);
    });
    expect(trouble.errors).toEqual([]);
  }, 240_000);
});
