import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const BLOCKING = ['serious', 'critical'];

/** WCAG 2.2, levels A and AA. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

function described({ id, help, nodes }: AxeResults['violations'][number]): string {
  return `${id}: ${help} (${nodes.map((node) => node.html).join(', ')})`;
}

/** What axe-core finds on the page as it is now against WCAG 2.2 AA, however small: a line each. */
export async function wcagViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: { type: 'tag', values: WCAG } });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${options})`);
  return violations.map(described);
}

/** What axe-core finds on the page as it is now that is serious or worse: one line for each. */
export async function seriousBarriers(page: Page): Promise<string[]> {
  // Evaluated, not added as an element: the page's policy allows no inline script.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.filter(({ impact }) => BLOCKING.includes(impact ?? '')).map(described);
}
