import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import type { CameraFault } from '../page/soak-probe.ts';

/** What a fault is made with. */
export interface Stage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly browser: CDPSession;
  readonly origin: string;
  readonly stopServer: () => Promise<void>;
  readonly startServer: () => Promise<void>;
  /** The next version of the page, which the server has from its next start on. */
  readonly buildNext: () => Promise<void>;
}

export interface Fault {
  readonly name: string;
  /** How long it lasts, in seconds. */
  readonly seconds: number;
  readonly begin: (stage: Stage) => Promise<unknown>;
  /** Ends what does not end by itself; from then on the page has to recover. */
  readonly end?: (stage: Stage) => Promise<unknown>;
}

const camera = ({ page }: Stage, what: CameraFault) => page.evaluate(`soakCamera('${what}')`);

async function crashAnalyser({ page }: Stage): Promise<void> {
  const worker = page.workers().findLast((each) => each.url().includes('/analyser-worker-'));
  if (worker === undefined) throw new Error('There is no analyser to crash.');
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('a fault from outside');
    });
  });
}

async function limitStorage({ page, context, origin }: Stage, quotaSize?: number): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(quotaSize === undefined ? {} : { quotaSize }),
  });
  await session.detach();
}

/** A new version waits, whole; the page goes on with its own. */
async function offerUpdate({ page, stopServer, startServer, buildNext }: Stage): Promise<void> {
  await stopServer();
  await buildNext();
  await startServer();
  const waits = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    for (let tries = 0; tries < 300 && registration.waiting === null; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return registration.waiting !== null;
  });
  if (!waits) throw new Error('No new version waits.');
}

/** What happens in the course of a day, in turns. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'camera unplugged and back',
    seconds: 6,
    begin: (stage) => camera(stage, 'unplug'),
    end: (stage) => camera(stage, 'plug'),
  },
  {
    name: 'camera frozen',
    seconds: 6,
    begin: (stage) => camera(stage, 'freeze'),
    end: (stage) => camera(stage, 'go'),
  },
  { name: 'camera replaced', seconds: 0, begin: (stage) => camera(stage, 'replace') },
  { name: 'analyser crashed', seconds: 0, begin: crashAnalyser },
  {
    name: 'graphics process crashed',
    seconds: 0,
    begin: ({ browser }) => browser.send('Browser.crashGpuProcess'),
  },
  {
    name: 'tab hidden',
    seconds: 10,
    begin: ({ page }) => page.evaluate('soakHidden(true)'),
    end: ({ page }) => page.evaluate('soakHidden(false)'),
  },
  {
    name: 'storage full',
    seconds: 6,
    begin: (stage) => limitStorage(stage, 1),
    end: (stage) => limitStorage(stage),
  },
  {
    name: 'clock set by an hour',
    seconds: 4,
    begin: ({ page }) => page.evaluate('soakClock(3600000)'),
    end: ({ page }) => page.evaluate('soakClock(0)'),
  },
  {
    name: 'another resolution',
    seconds: 6,
    begin: (stage) => camera(stage, 'shrink'),
    end: (stage) => camera(stage, 'grow'),
  },
];

/** At the end, once each: what a page has gathered in its memory is gone with it. */
export const LAST_FAULTS: readonly Fault[] = [
  {
    name: 'page reloaded without a network',
    seconds: 0,
    begin: async ({ page, stopServer }) => {
      await stopServer();
      await page.reload();
    },
  },
  { name: 'network back, with a new version', seconds: 0, begin: offerUpdate },
];
