import type { BrowserContext } from 'playwright-core';
import type { SubjectOpener } from './open-subject.ts';
import type { Findings } from './report.ts';
import { median, ratio } from './rounds.ts';
import type { System } from './subjects.ts';

export interface VisitPlan {
  readonly rounds: number;
  readonly systems: readonly System[];
}

/**
 * Milliseconds until a system that the browser has loaded on an earlier visit, and closed, has read
 * its first frame.
 */
export async function firstReadings(
  context: BrowserContext,
  opener: SubjectOpener,
  { rounds, systems }: VisitPlan,
): Promise<Findings> {
  const times = new Map(systems.map((system) => [system, [] as number[]]));
  for (const system of systems) await visit(context, opener, system);
  for (let round = 0; round < rounds; round++) {
    for (const [system, into] of times) into.push(await visit(context, opener, system));
  }
  const ours = times.get('ours')!;
  const others = [...times].filter(([system]) => system !== 'ours');
  return {
    ratios: Object.fromEntries(
      others.map(([system, theirs]) => [`first reading/${system}`, ratio(theirs, ours)]),
    ),
    tables: [
      {
        title: `Milliseconds from load to the first reading, warm cache (median of ${rounds} visits)`,
        rows: [...times].map(([system, theirs]) => [system, median(theirs).toFixed(0)]),
      },
    ],
  };
}

async function visit(
  context: BrowserContext,
  opener: SubjectOpener,
  system: System,
): Promise<number> {
  const subject = await opener.open(context, system, 'shipped');
  const ms = await subject.load();
  await subject.close();
  return ms;
}
