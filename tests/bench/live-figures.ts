import type { BrowserContext, Page } from 'playwright-core';
import { spread } from '../../src/live/rolling-statistics.ts';
import { LiveRun, type LivePlan, type LiveRound } from './live-run.ts';
import { mainThreadTable } from './main-thread-table.ts';
import type { FrameTimes } from './page/live-probe.ts';
import type { Findings, Table } from './report.ts';
import { median } from './rounds.ts';

/** Milliseconds of the stretches that make up a reading's age. */
const STRETCHES: Readonly<Record<string, (frame: FrameTimes) => number>> = {
  'age when painted': ({ captured, painted }) => painted - captured,
  'captured until handed to the worker': ({ captured, handed }) => handed - captured,
  'handed over until analysed': ({ handed, analysed }) => analysed - handed,
  'analysed until painted': ({ analysed, painted }) => painted - analysed,
};

/**
 * What our page costs its main thread, and how old its readings are, with a camera.
 *
 * @param prepare the page, before it is opened
 */
export async function liveFigures(
  context: BrowserContext,
  url: string,
  plan: LivePlan,
  prepare?: (page: Page) => Promise<void>,
): Promise<Findings> {
  const mainThread = await mainThreadTable(context, url, plan, prepare);
  const run = await LiveRun.start(context, url, prepare);
  await run.round(plan.liveWarmUp);
  const rounds: LiveRound[] = [];
  for (let i = 0; i < plan.rounds; i++) rounds.push(await run.round(plan.liveFrames));
  return { ratios: {}, tables: [mainThread, ageTable(rounds)] };
}

function ageTable(rounds: readonly LiveRound[]): Table {
  const row = ([name, of]: [string, (frame: FrameTimes) => number]): string[] => {
    const spreads = rounds.map(({ frames }) => spread(frames.map(of)));
    const middle = (rank: 'p50' | 'p95') => median(spreads.map((each) => each[rank])).toFixed(1);
    return [name, middle('p50'), middle('p95')];
  };
  return {
    title: `Milliseconds of a reading's way at a 30 fps camera (${ofRounds(rounds)})`,
    rows: [['', 'p50', 'p95'], ...Object.entries(STRETCHES).map(row)],
  };
}

function ofRounds(rounds: readonly LiveRound[]): string {
  return `median of ${rounds.length} rounds of ${rounds[0]!.frames.length} analysed frames`;
}
