import type { BrowserContext } from 'playwright-core';
import { gpuFlags, withBrowser } from './browser.ts';
import type { SubjectOpener } from './open-subject.ts';
import { startAndRead } from './real-page.ts';
import type { Findings } from './report.ts';
import type { Sites } from './sites.ts';
import { isOurs, type System } from './subjects.ts';

interface Visits {
  readonly first: number;
  readonly second: number;
}

/** Bytes that a new visitor's browser is sent until the first reading, and a returning one's. */
export async function transferred(
  sites: Sites,
  opener: SubjectOpener,
  systems: readonly System[],
): Promise<Findings> {
  const visits = new Map<System, Visits>();
  for (const system of systems) {
    const visit = visitor(sites, opener, system);
    visits.set(system, await withBrowser(gpuFlags(system === 'ours-webgpu'), twice(visit)));
  }
  const ours = visits.get('ours')!;
  const others = [...visits].filter(([system]) => !isOurs(system));
  return {
    ratios: Object.fromEntries(
      others.map(([system, { first }]) => [`transferred/${system}`, first / ours.first]),
    ),
    tables: [
      {
        title: 'Kilobytes transferred until the first reading, headers included',
        rows: [
          ['', 'first visit', 'second visit'],
          ...[...visits].map(([system, { first, second }]) => [
            system,
            kilobytes(first),
            kilobytes(second),
          ]),
        ],
      },
    ],
  };
}

type Visit = (context: BrowserContext) => Promise<number>;

function twice(visit: Visit): (context: BrowserContext) => Promise<Visits> {
  return async (context) => ({ first: await visit(context), second: await visit(context) });
}

function visitor(sites: Sites, opener: SubjectOpener, system: System): Visit {
  const site = isOurs(system) ? sites.own : sites.peers;
  const read = isOurs(system)
    ? (context: BrowserContext) => readDrawnFace(context, site.url)
    : (context: BrowserContext) => readWithLibrary(context, opener, system);
  return async (context) => {
    const before = site.sent();
    await read(context);
    return site.sent() - before;
  };
}

/** The page itself, not its worker alone: a visitor is sent the whole page. */
async function readDrawnFace(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  await startAndRead(page, url, 'Try it without a camera');
  await page.close();
}

async function readWithLibrary(
  context: BrowserContext,
  opener: SubjectOpener,
  system: System,
): Promise<void> {
  const subject = await opener.open(context, system, 'shipped');
  await subject.load();
  await subject.close();
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
