import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const BLOCKING = ['serious', 'critical'];

/** What axe-core finds on the page as it is now that is serious or worse: one line for each. */
export async function seriousBarriers(page: Page): Promise<string[]> {
  // Evaluated, not added as an element: the page's policy allows no inline script.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => BLOCKING.includes(impact ?? ''))
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.html).join(', ')})`);
}
