import type { BrowserContext } from 'playwright-core';
import { bundled } from '../browser/support/bundle.ts';
import { gpuFlags, withBrowser } from './browser.ts';
import type { CountedServer } from './counted-server.ts';
import { behindLine } from './limited-server.ts';
import type { Findings } from './report.ts';
import { median, ratio } from './rounds.ts';
import type { Sites } from './sites.ts';

export interface FirstVisitPlan {
  readonly rounds: number;
}

/** Bits a second. */
const LINE = 20e6;

interface Visit {
  /** From the click to the first reading that is painted, in milliseconds. */
  readonly ms: number;
  /** What the server has sent by then, headers included, and from the click on. */
  readonly bytes: number;
  readonly bytesClicked: number;
}

/**
 * What a first visit to our page takes on a slow line, from the click on the start screen until a
 * reading is painted: nothing is cached, and all files are compressed.
 */
export async function firstVisits(
  { own, before }: Sites,
  { rounds }: FirstVisitPlan,
): Promise<Findings> {
  const sites = [['ours', own] as const, ...(before ? [['before', before] as const] : [])];
  const visits = new Map(sites.map(([name]) => [name, [] as Visit[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, site] of sites) visits.get(name)!.push(await visit(site));
  }
  const times = (name: 'ours' | 'before') => (visits.get(name) ?? []).map(({ ms }) => ms);
  const middle = (all: readonly Visit[], of: (visit: Visit) => number) => median(all.map(of));
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(0);
  return {
    ratios: before ? { 'first visit/before': ratio(times('before'), times('ours')) } : {},
    tables: [
      {
        title: `A first visit at ${LINE / 1e6} Mbit/s (median of ${rounds} visits)`,
        rows: [
          ['', 'click to first reading, ms', 'kB until then', 'kB after the click'],
          ...[...visits].map(([name, all]) => [
            name,
            middle(all, ({ ms }) => ms).toFixed(0),
            kilobytes(middle(all, ({ bytes }) => bytes)),
            kilobytes(middle(all, ({ bytesClicked }) => bytesClicked)),
          ]),
        ],
      },
    ],
  };
}

async function visit(site: CountedServer): Promise<Visit> {
  const line = await behindLine(site.url, LINE);
  try {
    return await withBrowser(gpuFlags(false), (context) => clicked(context, site, line.url));
  } finally {
    await line.close();
  }
}

async function clicked(context: BrowserContext, site: CountedServer, url: string): Promise<Visit> {
  const opened = site.sent();
  const page = await context.newPage();
  await page.addInitScript(await bundled('../../bench/page/live-probe.ts', 'probe'));
  await page.goto(url, { waitUntil: 'networkidle' });
  const before = site.sent();
  const ms = await page.evaluate<number>(`clickUntilPainted('Try it without a camera')`);
  const after = site.sent();
  await page.close();
  return { ms, bytes: after - opened, bytesClicked: after - before };
}
