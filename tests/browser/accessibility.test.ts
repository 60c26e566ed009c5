import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { wcagViolations } from './support/axe.ts';
import { visit } from './support/launch.ts';
import { throughAllPlaces } from './support/places.ts';

const MODES: Readonly<Record<string, BrowserContextOptions>> = {
  'forced colours, dark': { forcedColors: 'active', colorScheme: 'dark' },
  'forced colours, light': { forcedColors: 'active', colorScheme: 'light' },
  'a screen 320 pixels wide': { viewport: { width: 320, height: 640 } },
  // 1280 × 720 pixels, each four times as large.
  'a page at 400 % zoom': { viewport: { width: 320, height: 180 }, deviceScaleFactor: 4 },
};

/**
 * What reaches past the right edge of the page or of its own scrolling box, as "tag.class: text".
 * A table of two dimensions may: WCAG's reflow leaves it its shape, and all 36 labels are such.
 */
function sidewaysScrolling(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element) =>
      element.scrollWidth > element.clientWidth + 1 &&
      (element === document.scrollingElement ||
        ['auto', 'scroll'].includes(getComputedStyle(element).overflowX));
    return [...document.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && scrolls(element))
      .map((element) => `${element.tagName} ${element.className}: ${element.scrollWidth}`);
  });
}

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
