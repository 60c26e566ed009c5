import type { BrowserContext } from 'playwright-core';
import { spread } from '../../src/live/rolling-statistics.ts';
import type { OpenSubject, SubjectOpener } from './open-subject.ts';
import { growth } from './growth.ts';
import type { Findings, Table } from './report.ts';
import { median, ratio } from './rounds.ts';
import { FACE_COUNTS, type FaceCount, type Mode, type System } from './subjects.ts';

export interface FramePlan {
  readonly rounds: number;
  /** Of each system, in each round, for each number of faces. */
  readonly frames: number;
  /** Frames of each system before anything is measured. */
  readonly warmUp: number;
  readonly systems: readonly System[];
}

/** One system's rounds with so many faces. */
interface Rounds {
  readonly p50: number[];
  readonly p95: number[];
  readonly found: number[];
}

type PerSystem = ReadonlyMap<System, Readonly<Record<FaceCount, Rounds>>>;

const MODES = ['every', 'shipped'] as const satisfies readonly Mode[];

const TITLES: Readonly<Record<(typeof MODES)[number], string>> = {
  every: 'detecting on every frame',
  shipped: 'as it ships',
};

/** Milliseconds from a frame to the probabilities of all its faces. */
export async function frameTimes(
  context: BrowserContext,
  opener: SubjectOpener,
  plan: FramePlan,
): Promise<Findings> {
  const findings: Findings[] = [];
  for (const mode of MODES) {
    const results = await measureMode(context, opener, mode, plan);
    findings.push({ ratios: ratios(mode, results), tables: [table(mode, results, plan)] });
  }
  findings.push(await growth(context, opener, plan));
  return {
    ratios: Object.assign({}, ...findings.map((found) => found.ratios)) as Findings['ratios'],
    tables: findings.flatMap(({ tables }) => tables),
  };
}

async function measureMode(
  context: BrowserContext,
  opener: SubjectOpener,
  mode: keyof typeof TITLES,
  { rounds, frames, warmUp, systems }: FramePlan,
): Promise<PerSystem> {
  const results = new Map(systems.map((system) => [system, emptyRounds()]));
  const subjects = await openAll(context, opener, mode, systems);
  for (const subject of subjects.values()) {
    await subject.measure({ faces: 1, first: 0, frames: warmUp });
  }
  for (const faces of FACE_COUNTS) {
    // Other numbers of faces take other ways through a library.
    for (const subject of subjects.values()) {
      await subject.measure({ faces, first: -frames, frames });
    }
    for (let round = 0; round < rounds; round++) {
      for (const [system, subject] of subjects) {
        const { times, found } = await subject.measure({ faces, first: round * frames, frames });
        const { p50, p95 } = spread(times);
        const into = results.get(system)![faces];
        into.p50.push(p50);
        into.p95.push(p95);
        into.found.push(...found);
      }
    }
  }
  for (const subject of subjects.values()) await subject.close();
  return results;
}

async function openAll(
  context: BrowserContext,
  opener: SubjectOpener,
  mode: keyof typeof TITLES,
  systems: readonly System[],
): Promise<ReadonlyMap<System, OpenSubject>> {
  const subjects = new Map<System, OpenSubject>();
  for (const system of systems) {
    const subject = await opener.open(context, system, mode);
    await subject.load();
    subjects.set(system, subject);
  }
  return subjects;
}

function emptyRounds(): Record<FaceCount, Rounds> {
  const none = (): Rounds => ({ p50: [], p95: [], found: [] });
  return { 1: none(), 2: none(), 4: none() };
}

function ratios(mode: Mode, results: PerSystem): Findings['ratios'] {
  const ours = results.get('ours')!;
  const entries = [...results].flatMap(([system, rounds]) =>
    FACE_COUNTS.flatMap((faces): [string, number][] =>
      system === 'ours'
        ? []
        : [
            [`${mode}/${system}/${faces}/p50`, ratio(rounds[faces].p50, ours[faces].p50)],
            [`${mode}/${system}/${faces}/p95`, ratio(rounds[faces].p95, ours[faces].p95)],
          ],
    ),
  );
  return Object.fromEntries([...entries, [`${mode}/ours/4:1`, ratio(ours[4].p50, ours[1].p50)]]);
}

function table(
  mode: keyof typeof TITLES,
  results: PerSystem,
  { rounds, frames }: FramePlan,
): Table {
  const heading = FACE_COUNTS.flatMap((faces) => [`${faces}: p50`, 'p95', 'all found']);
  return {
    title: `Milliseconds a frame for 1, 2 and 4 faces, ${TITLES[mode]} (median of ${rounds} rounds of ${frames} frames; "all found": frames in which as many faces were read as there are)`,
    rows: [
      ['', ...heading],
      ...[...results].map(([system, perCount]) => [
        system,
        ...FACE_COUNTS.flatMap((faces) => cells(faces, perCount[faces])),
      ]),
    ],
  };
}

function cells(faces: FaceCount, { p50, p95, found }: Rounds): string[] {
  const right = found.filter((count) => count === faces).length;
  return [
    median(p50).toFixed(1),
    median(p95).toFixed(1),
    `${Math.round((100 * right) / found.length)} %`,
  ];
}
