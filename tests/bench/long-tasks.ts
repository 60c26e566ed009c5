import type { BrowserContext } from 'playwright-core';
import { LANGUAGES, type LanguageCode } from '../../src/core/session/language.ts';
import { de } from '../../src/ui/words/de.ts';
import { en, type Words } from '../../src/ui/words/en.ts';
import { es } from '../../src/ui/words/es.ts';
import { fr } from '../../src/ui/words/fr.ts';
import { sv } from '../../src/ui/words/sv.ts';
import { button } from '../browser/support/page.ts';
import { usePack } from './pack-switches.ts';
import { startAndRead } from './real-page.ts';
import type { Findings } from './report.ts';

export interface LongTaskPlan {
  readonly longTaskSeconds: number;
}

const CATALOGUES: Readonly<Record<LanguageCode, Words>> = { en, de, sv, fr, es };

/** Milliseconds of reading after each thing that is done. */
const READING = 2000;

/** Tasks as the page's observer tells of them: those of 50 milliseconds and more. */
interface LongTask {
  /** What was done last. */
  readonly after: string;
  readonly duration: number;
}

/** What a visitor does while the page reads a camera, and which long tasks it makes. */
export async function longTasks(
  context: BrowserContext,
  url: string,
  { longTaskSeconds }: LongTaskPlan,
): Promise<Findings> {
  await context.grantPermissions(['camera']);
  const page = await context.newPage();
  await startAndRead(page, url, 'Start camera');
  await page.evaluate(watchTasks);
  const done = new Map<string, number>();
  const then = async (what: string, act: () => Promise<unknown>) => {
    await page.evaluate((name) => Object.assign(globalThis, { lastDone: name }), what);
    await act();
    await page.waitForTimeout(READING);
    done.set(what, (done.get(what) ?? 0) + 1);
  };
  const until = performance.now() + longTaskSeconds * 1000;
  for (let i = 0; performance.now() < until; i++) {
    await then('settings opened', () => button(page, 'Settings').click());
    let words: Words = en;
    for (const code of [...LANGUAGES.filter((other) => other !== 'en'), 'en' as const]) {
      const choice = page.getByLabel(words.settings.language);
      await then('language changed', () => choice.selectOption(code));
      words = CATALOGUES[code];
    }
    await then('pack switched', () => usePack(page, i));
    await then('settings closed', () => button(page, 'Close').click());
    await then('reading', () => Promise.resolve());
  }
  const tasks = await page.evaluate<readonly LongTask[]>('globalThis.longTasks');
  await page.close();
  return { ratios: {}, tables: [{ title: title(longTaskSeconds), rows: rows(done, tasks) }] };
}

function title(seconds: number): string {
  return `Tasks of the main thread of 50 ms and more, in ${seconds} s at a 30 fps camera`;
}

function rows(done: ReadonlyMap<string, number>, tasks: readonly LongTask[]): string[][] {
  return [
    ['', 'times', 'long tasks', 'longest, ms'],
    ...[...done].map(([what, times]) => {
      const durations = tasks.filter(({ after }) => after === what).map((task) => task.duration);
      const longest = durations.length > 0 ? Math.max(...durations).toFixed(0) : '';
      return [what, `${times}`, `${durations.length}`, longest];
    }),
  ];
}

/** Runs in the page. */
function watchTasks(): void {
  const shared = globalThis as unknown as { lastDone?: string; longTasks: LongTask[] };
  shared.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      shared.longTasks.push({ after: shared.lastDone ?? '', duration });
    }
  }).observe({ type: 'longtask' });
}
