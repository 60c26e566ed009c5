import { perSecond, spread } from '../../src/live/rolling-statistics.ts';
import type { LiveRound, LiveRun } from './live-run.ts';
import type { FrameTimes } from './page/live-probe.ts';
import type { Findings, Table } from './report.ts';
import { median } from './rounds.ts';

export interface LivePlan {
  readonly rounds: number;
  /** In each round. */
  readonly liveFrames: number;
  /** Before the first: the timeline costs most once its 30 seconds are full. */
  readonly liveWarmUp: number;
}

/** Milliseconds of the stretches that make up a reading's age. */
const STRETCHES: Readonly<Record<string, (frame: FrameTimes) => number>> = {
  'age when painted': ({ captured, painted }) => painted - captured,
  'captured until handed to the worker': ({ captured, handed }) => handed - captured,
  'handed over until analysed': ({ handed, analysed }) => analysed - handed,
  'analysed until painted': ({ analysed, painted }) => painted - analysed,
};

/** What our page costs its main thread, and how old its readings are, with a camera. */
export async function liveFigures(run: LiveRun, plan: LivePlan): Promise<Findings> {
  await run.round(plan.liveWarmUp);
  const rounds: LiveRound[] = [];
  for (let i = 0; i < plan.rounds; i++) rounds.push(await run.round(plan.liveFrames));
  return { ratios: {}, tables: [mainThreadTable(rounds), ageTable(rounds)] };
}

function mainThreadTable(rounds: readonly LiveRound[]): Table {
  const perFrame = ({ spent, frames }: LiveRound, clock: keyof LiveRound['spent']) =>
    spent[clock] / frames.length;
  const rate = ({ frames }: LiveRound) => perSecond(frames.map(({ captured }) => captured));
  const middle = (of: (round: LiveRound) => number) => median(rounds.map(of));
  return {
    title: `Main thread of our page at a 30 fps camera (${ofRounds(rounds)})`,
    rows: [
      [
        'milliseconds a frame, processor',
        middle((round) => perFrame(round, 'computing')).toFixed(2),
      ],
      [
        'milliseconds a frame, waits included',
        middle((round) => perFrame(round, 'busy')).toFixed(2),
      ],
      ['frames analysed a second', middle(rate).toFixed(1)],
    ],
  };
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
