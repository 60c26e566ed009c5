import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from './support/launch.ts';
import { button, startDrawnFace, untilRead } from './support/page.ts';

/** As translators of pages do: every text node stands in a <font> afterwards, itself or anew. */
function translate(page: Page, how: 'moved' | 'replaced'): Promise<void> {
  return page.evaluate((wrapping) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
    for (const text of texts.filter(({ data }) => data.trim() !== '')) {
      const font = document.createElement('font' as string);
      text.replaceWith(font);
      font.append(wrapping === 'moved' ? text : text.data);
    }
  }, how);
}

interface Shown {
  /** What the six numbers say beside what their meters say to a screen reader. */
  readonly numbers: readonly string[];
  readonly meters: readonly string[];
  readonly status: string;
}

function shown(page: Page): Promise<Shown> {
  return page.evaluate(() => ({
    numbers: [...document.querySelectorAll('.number')].map((number) => number.textContent.trim()),
    meters: [...document.querySelectorAll('[role=meter]')].map(
      (meter) => meter.getAttribute('aria-valuenow') ?? '',
    ),
    status: document.querySelector('[role=status]')?.textContent ?? '',
  }));
}

test.each(['moved', 'replaced'] as const)(
  'numbers and status stay right when text nodes are %s by a translator',
  async (how) => {
    const { page, trouble } = await visit();
    await startDrawnFace(page);
    await translate(page, how);
    const readings = new Set<string>();
    const sentences = new Set<string>();
    await expect
      .poll(
        async () => {
          const { numbers, meters, status } = await shown(page);
          expect(numbers).toEqual(meters);
          readings.add(numbers.join());
          sentences.add(status);
          return readings.size > 10 && sentences.size > 2;
        },
        { timeout: 60_000, interval: 100 },
      )
      .toBe(true);

    // The rest still comes and goes.
    await button(page, 'Stop').click();
    await button(page, 'Try it without a camera').waitFor();
    await translate(page, how);
    await startDrawnFace(page);
    await untilRead(page);
    await page.getByRole('link', { name: 'Evaluate' }).click();
    await button(page, 'Choose files').waitFor();
    expect(await page.getByText('Present', { exact: true }).count()).toBe(0);
    expect(trouble.errors).toEqual([]);
  },
);

test('a translator is told to leave readings alone, and nothing else', async () => {
  const { page } = await visit();
  await startDrawnFace(page);
  const left = await page.evaluate(() => {
    const isLeft = (selector: string) => {
      const elements = [...document.querySelectorAll<HTMLElement>(selector)];
      return elements.length > 0 && elements.every(({ translate }) => !translate);
    };
    return {
      numbers: isLeft('.number > *'),
      reading: isLeft('.bar p > *'),
      status: isLeft('[role=status] > *'),
      names: isLeft('.name'),
      headings: isLeft('h2'),
    };
  });
  expect(left).toEqual({
    numbers: true,
    reading: true,
    status: true,
    names: false,
    headings: false,
  });
});
