import type { BrowserContext, Page } from 'playwright-core';
import { bundled } from '../browser/support/bundle.ts';
import type { LivePlan } from './live-run.ts';
import { MainThread } from './main-thread.ts';
import type { FrameCounts } from './page/camera-page.ts';
import { startAndRead } from './real-page.ts';
import type { Table } from './report.ts';
import { median } from './rounds.ts';

/** Of the fake camera, a second. */
const FRAMES = 30;

interface Round {
  readonly frames: number;
  readonly seconds: number;
  /** Milliseconds of the main thread, on each clock. */
  readonly computing: number;
  readonly busy: number;
}

/** What our page costs its main thread with a camera, while its analyses are counted and no more. */
export async function mainThreadTable(
  context: BrowserContext,
  url: string,
  { rounds: count, liveFrames, liveWarmUp }: LivePlan,
  prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<Table> {
  await context.grantPermissions(['camera']);
  const page = await context.newPage();
  await prepare(page);
  await page.addInitScript(await bundled('../../bench/page/camera-ours.ts', 'counting'));
  await startAndRead(page, url, 'Start camera');
  const computing = await MainThread.of(page, 'computing');
  const busy = await MainThread.of(page, 'busy');
  // Not a wait for something: running is what is measured.
  const run = (frames: number) => page.waitForTimeout((frames / FRAMES) * 1000);
  await run(liveWarmUp);
  const rounds: Round[] = [];
  for (let i = 0; i < count; i++) {
    const before = await state(page, computing, busy);
    await run(liveFrames);
    rounds.push(difference(before, await state(page, computing, busy)));
  }
  await page.close();
  return { title: title(count, liveFrames), rows: rows(rounds) };
}

async function state(page: Page, computing: MainThread, busy: MainThread): Promise<Round> {
  const { frames } = await page.evaluate<FrameCounts>('globalThis.frameCounts');
  return {
    frames,
    seconds: performance.now() / 1000,
    computing: await computing.spent(),
    busy: await busy.spent(),
  };
}

function difference(before: Round, after: Round): Round {
  return {
    frames: after.frames - before.frames,
    seconds: after.seconds - before.seconds,
    computing: after.computing - before.computing,
    busy: after.busy - before.busy,
  };
}

function title(rounds: number, frames: number): string {
  return `Main thread of our page at a ${FRAMES} fps camera (median of ${rounds} rounds of ${(frames / FRAMES).toFixed(0)} s)`;
}

function rows(rounds: readonly Round[]): string[][] {
  const middle = (of: (round: Round) => number) => median(rounds.map(of));
  return [
    [
      'milliseconds a frame, processor',
      middle(({ computing, frames }) => computing / frames).toFixed(2),
    ],
    [
      'milliseconds a frame, waits included',
      middle(({ busy, frames }) => busy / frames).toFixed(2),
    ],
    ['frames analysed a second', middle(({ frames, seconds }) => frames / seconds).toFixed(1)],
  ];
}
