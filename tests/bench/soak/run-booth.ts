import type { BrowserContext, Page } from 'playwright-core';
import { KEPT } from '../../../src/core/session/kept-places.ts';
import { browserAccounts, chargedBetween } from '../accounts.ts';
import { memory } from '../memory.ts';
import { FAULTS, LAST_FAULTS, type Fault, type Stage } from './faults.ts';
import type { Measured } from './slope.ts';
import { Watch } from './watch.ts';

export interface Recovery {
  readonly name: string;
  /** Seconds from the fault's end to the next analysis; null where there was none. */
  readonly seconds: number | null;
}

export interface SoakRun {
  readonly minutes: number;
  readonly visits: number;
  /** Frames that were analysed, and those in which a face was read. */
  readonly analysed: number;
  readonly read: number;
  readonly recoveries: readonly Recovery[];
  /** The longest time without an analysis while nothing was wrong, in seconds. */
  readonly longestGap: number;
  /** Megabytes of the page and its workers, wasm included, after a forced collection. */
  readonly all: readonly Measured[];
  /** Megabytes of the page's own JavaScript. */
  readonly heap: readonly Measured[];
  /** Processor seconds of the whole browser in a second; null off Linux. */
  readonly processor: number | null;
}

interface BoothParts {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly server: Pick<Stage, 'stopServer' | 'startServer' | 'buildNext'> & {
    readonly url: string;
  };
  readonly minutes: number;
}

/** Seconds. */
const WARM_UP = 40;
/** What the last faults take, about, in seconds. */
const LAST = 15 * LAST_FAULTS.length;

/** Seconds from the end of one fault to the next: a short run has each of them once, too. */
function pauseIn(minutes: number): number {
  return Math.min(40, Math.max(5, (minutes * 60 - WARM_UP - LAST) / (2 * FAULTS.length)));
}
const LOOK_EVERY_MS = 250;

async function processorSeconds(stage: Stage): Promise<() => Promise<number | null>> {
  if (process.platform !== 'linux') return () => Promise.resolve(null);
  const { processInfo } = await stage.browser.send('SystemInfo.getProcessInfo');
  const root = processInfo.find(({ type }) => type === 'browser')?.id;
  if (root === undefined) return () => Promise.resolve(null);
  const before = await browserAccounts(root);
  const started = performance.now();
  return async () => {
    const { total } = chargedBetween(before, await browserAccounts(root));
    return total / ((performance.now() - started) / 1000);
  };
}

/** @returns seconds until it works again; null where it does not, or the fault itself failed */
async function inject(fault: Fault, stage: Stage, watch: Watch): Promise<number | null> {
  try {
    await fault.begin(stage);
    await stage.page.waitForTimeout(fault.seconds * 1000);
    await fault.end?.(stage);
    const seconds = await watch.untilNext();
    console.log(`${fault.name.padEnd(44)} ${seconds?.toFixed(1) ?? '–'} s`);
    return seconds;
  } catch (error) {
    console.error(`${fault.name}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

export async function runBooth({ page, context, server, minutes }: BoothParts): Promise<SoakRun> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error('There is no browser behind the page.');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  const stage: Stage = { page, context, browser, origin: server.url, ...server };
  const watch = new Watch(page);

  await page.goto(`${server.url}/#booth`);
  const started = performance.now();
  const passed = () => (performance.now() - started) / 1000;
  if ((await watch.untilNext()) === null) throw new Error('The booth analyses nothing.');
  const processor = await processorSeconds(stage);

  const [all, heap]: [Measured[], Measured[]] = [[], []];
  const recoveries: Recovery[] = [];
  // Takes a while, and the page may be reloaded meanwhile.
  const measure = async (): Promise<void> => {
    const [megabytes, { metrics }] = await Promise.all([
      memory(page).catch(() => null),
      devtools.send('Performance.getMetrics'),
    ]);
    if (megabytes !== null) all.push({ at: passed(), value: megabytes });
    const bytes = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN;
    heap.push({ at: passed(), value: bytes / 1e6 });
  };
  let measuring: Promise<void> | null = null;
  let longestGap = 0;
  let next = WARM_UP;
  let turn = 0;
  while (passed() < minutes * 60 - LAST) {
    if (passed() >= next) {
      const fault = FAULTS[turn++ % FAULTS.length]!;
      recoveries.push({ name: fault.name, seconds: await inject(fault, stage, watch) });
      measuring ??= measure().finally(() => {
        measuring = null;
      });
      next = passed() + pauseIn(minutes);
    }
    longestGap = Math.max(longestGap, await watch.look());
    await page.waitForTimeout(LOOK_EVERY_MS);
  }
  await measuring;
  for (const fault of LAST_FAULTS) {
    recoveries.push({ name: fault.name, seconds: await inject(fault, stage, watch) });
  }
  const visits = await page.evaluate(
    (key) => (JSON.parse(localStorage.getItem(key) ?? '{}') as { visitors?: number }).visitors ?? 0,
    KEPT.boothCounts.name,
  );
  return {
    minutes,
    visits,
    analysed: watch.analysed,
    read: watch.read,
    recoveries,
    longestGap,
    all,
    heap,
    processor: await processor(),
  };
}
