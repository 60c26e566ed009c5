import type { Page } from 'playwright-core';

/** One task of the page's thread, in milliseconds. */
export interface Task {
  /** From its start to its end; others may have had the processor meanwhile. */
  readonly busy: number;
  /** What the processor worked on it. */
  readonly computing: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds; `tdur` of the thread. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

const CATEGORIES = ['disabled-by-default-devtools.timeline', '__metadata'];
const MAIN_THREAD = 'CrRendererMain';

/** The page’s tasks while something happens, as the browser’s own trace has them. */
export async function tasksDuring(page: Page, happening: () => Promise<void>): Promise<Task[]> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
    transferMode: 'ReportEvents',
  });
  await happening();
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === MAIN_THREAD)
      .map(threadOf),
  );
  return events
    .filter((event) => event.name === 'RunTask' && event.ph === 'X' && main.has(threadOf(event)))
    .map(({ dur = 0, tdur = 0 }) => ({ busy: dur / 1000, computing: tdur / 1000 }));
}
