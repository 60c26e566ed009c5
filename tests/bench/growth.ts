import type { BrowserContext } from 'playwright-core';
import { mean } from '../drawn/figures.ts';
import { spread } from '../../src/live/rolling-statistics.ts';
import type { FramePlan } from './frame-times.ts';
import type { OpenSubject, SubjectOpener } from './open-subject.ts';
import type { Findings } from './report.ts';
import { median, ratio } from './rounds.ts';
import type { FaceCount, System } from './subjects.ts';

/** A camera's frames. */
const EVERY_MS = 1000 / 30;

const COUNTS = [1, 4] as const satisfies readonly FaceCount[];

/** One figure a round. */
interface Rounds {
  readonly mean: number[];
  readonly p50: number[];
}

type PerCount = Readonly<Record<(typeof COUNTS)[number], Rounds>>;

/**
 * What four faces take compared with one where ours is asked as the page asks it: a frame every
 * 33 milliseconds, and no crop is encoded that the page would not encode.
 */
export async function growth(
  context: BrowserContext,
  opener: SubjectOpener,
  plan: FramePlan,
): Promise<Findings> {
  const systems = plan.systems.filter((system) => system === 'ours' || system === 'ours-before');
  const subjects = new Map<System, OpenSubject>();
  const results = new Map<System, PerCount>();
  for (const system of systems) {
    const subject = await opener.open(context, system, 'page');
    await subject.load();
    await subject.measure({ faces: 1, first: 0, frames: plan.warmUp });
    subjects.set(system, subject);
    results.set(system, { 1: { mean: [], p50: [] }, 4: { mean: [], p50: [] } });
  }
  for (const faces of COUNTS) {
    for (const subject of subjects.values()) {
      await subject.measure({ faces, first: -plan.frames, frames: plan.frames });
    }
    for (let round = 0; round < plan.rounds; round++) {
      for (const [system, subject] of subjects) {
        const series = { faces, first: round * plan.frames, frames: plan.frames };
        const { times } = await subject.measure({ ...series, everyMs: EVERY_MS });
        const into = results.get(system)![faces];
        into.mean.push(mean(times));
        into.p50.push(spread(times).p50);
      }
    }
  }
  for (const subject of subjects.values()) await subject.close();
  return { ratios: ratios(results), tables: [table(results, plan)] };
}

function ratios(results: ReadonlyMap<System, PerCount>): Findings['ratios'] {
  const entries = [...results].flatMap(([system, { 1: one, 4: four }]): [string, number][] => [
    [`page/${system}/4:1/mean`, ratio(four.mean, one.mean)],
    [`page/${system}/4:1/p50`, ratio(four.p50, one.p50)],
  ]);
  return Object.fromEntries(entries);
}

function table(
  results: ReadonlyMap<System, PerCount>,
  { rounds, frames }: FramePlan,
): Findings['tables'][number] {
  return {
    title: `Milliseconds a frame for 1 and 4 faces, 30 frames a second, as the page asks (median of ${rounds} rounds of ${frames} frames)`,
    rows: [
      ['', '1: mean', 'p50', '4: mean', 'p50', '4 : 1, mean', 'p50'],
      ...[...results].map(([system, { 1: one, 4: four }]) => [
        system,
        median(one.mean).toFixed(1),
        median(one.p50).toFixed(1),
        median(four.mean).toFixed(1),
        median(four.p50).toFixed(1),
        ratio(four.mean, one.mean).toFixed(2),
        ratio(four.p50, one.p50).toFixed(2),
      ]),
    ],
  };
}
