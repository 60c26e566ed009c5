import type { Page } from 'playwright-core';
import { perSecond, spread } from '../../src/live/rolling-statistics.ts';
import type { LiveRound, LiveRun } from './live-run.ts';
import type { Findings } from './report.ts';
import { median } from './rounds.ts';
import { Brake, type Slowed } from './slowed.ts';

export interface PhonePlan {
  readonly rounds: number;
  /** Milliseconds of each round. */
  readonly phoneRound: number;
  /** Frames before the first round, as fast as the machine is. */
  readonly liveWarmUp: number;
}

/** How many times as slow, and what of the page. */
const BRAKES: readonly (readonly [Slowed, number])[] = [
  ['main thread', 1],
  ['main thread', 4],
  ['main thread', 6],
  ['all threads', 4],
  ['all threads', 6],
];

/** The page's statistics, from which it tells what it leaves out, reach back so many milliseconds. */
const STATISTICS = 6000;

/** A phone's screen, held upright. */
export async function asPhone(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: 390,
    height: 844,
    deviceScaleFactor: 3,
    mobile: true,
  });
}

interface Braked {
  readonly name: string;
  readonly rounds: readonly LiveRound[];
  readonly said: string;
}

/** How our page reads a camera on a phone's screen while it is slowed down. */
export async function phoneFigures(run: LiveRun, plan: PhonePlan): Promise<Findings> {
  await run.round(plan.liveWarmUp);
  const brake = await Brake.of(run.page);
  const found: Braked[] = [];
  for (const [what, rate] of BRAKES) {
    await brake.slow(what, rate);
    await run.during(STATISTICS);
    const rounds: LiveRound[] = [];
    for (let i = 0; i < plan.rounds; i++) rounds.push(await run.during(plan.phoneRound));
    const name = rate === 1 ? 'as fast as the machine' : `${what} ${rate} times as slow`;
    found.push({ name, rounds, said: await saidOf(run.page) });
  }
  await brake.release();
  return {
    ratios: {},
    tables: [
      {
        title: `Our page at 390 × 844 with a 30 fps camera (median of ${plan.rounds} rounds of ${plan.phoneRound / 1000} s; age: captured until painted, p50 and p95)`,
        rows: [
          ['', 'readings a second', 'age, ms', '', 'what the page says of it'],
          ...found.map(row),
        ],
      },
    ],
  };
}

function row({ name, rounds, said }: Braked): readonly string[] {
  const middle = (of: (round: LiveRound) => number) => median(rounds.map(of));
  const rate = ({ frames }: LiveRound) => perSecond(frames.map(({ captured }) => captured));
  const age = (rank: 'p50' | 'p95') => (round: LiveRound) =>
    spread(round.frames.map(({ painted, captured }) => painted - captured))[rank];
  return [
    name,
    middle(rate).toFixed(1),
    middle(age('p50')).toFixed(0),
    middle(age('p95')).toFixed(0),
    said,
  ];
}

/** What is written over the picture; nothing where every frame is read. */
async function saidOf(page: Page): Promise<string> {
  const texts = await page.getByRole('region', { name: 'Picture' }).locator('p').allTextContents();
  return texts.join(' ').trim();
}
