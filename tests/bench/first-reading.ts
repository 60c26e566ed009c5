import type { BrowserContext } from 'playwright-core';
import { bundled } from '../browser/support/bundle.ts';
import type { SubjectOpener } from './open-subject.ts';
import type { Findings } from './report.ts';
import { median, ratio } from './rounds.ts';
import type { System } from './subjects.ts';

export interface VisitPlan {
  readonly rounds: number;
  readonly systems: readonly System[];
}

/** For so many milliseconds a visitor looks at our start screen before choosing something. */
const LOOKING = 3000;

/**
 * Milliseconds until a system that the browser has loaded on an earlier visit, and closed, has read
 * its first frame; and of our page, from a click on its start screen until a reading is painted.
 */
export async function firstReadings(
  context: BrowserContext,
  opener: SubjectOpener,
  ownUrl: string,
  { rounds, systems }: VisitPlan,
): Promise<Findings> {
  const probe = await bundled('../../bench/page/live-probe.ts', 'probe');
  const visits = new Map<string, () => Promise<number>>([
    ...systems.map((system): [string, () => Promise<number>] => [
      system,
      () => visit(context, opener, system),
    ]),
    ['ours, clicked', () => click(context, ownUrl, probe)],
  ]);
  const times = new Map([...visits.keys()].map((name) => [name, [] as number[]]));
  for (const once of visits.values()) await once();
  for (let round = 0; round < rounds; round++) {
    for (const [name, into] of times) into.push(await visits.get(name)!());
  }
  const others = systems.filter((system) => system !== 'ours');
  const ratios = (name: string, ours: string) =>
    others.map((other): [string, number] => [
      `${name}/${other}`,
      ratio(times.get(other)!, times.get(ours)!),
    ]);
  return {
    ratios: Object.fromEntries([
      ...ratios('first reading', 'ours'),
      ...ratios('first reading, clicked', 'ours, clicked'),
    ]),
    tables: [
      {
        title: `Milliseconds to the first reading, warm cache (median of ${rounds} visits)`,
        rows: [...times].map(([name, theirs]) => [name, median(theirs).toFixed(0)]),
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

/** Our page, looked at for a while; then its drawn face. */
async function click(context: BrowserContext, url: string, probe: string): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript(probe);
  await page.goto(url);
  await page.waitForTimeout(LOOKING);
  const ms = await page.evaluate<number>(`clickUntilPainted('Try it without a camera')`);
  await page.close();
  return ms;
}
