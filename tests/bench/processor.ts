import type { BrowserContext, Page } from 'playwright-core';
import { bundled } from '../browser/support/bundle.ts';
import { cameraFlags } from '../browser/support/fake-camera.ts';
import { browserAccounts, chargedBetween, type Charged } from './accounts.ts';
import { gpuFlags, withBrowser } from './browser.ts';
import { filmOfScene } from './film.ts';
import type { FrameCounts } from './page/camera-page.ts';
import { mainProcess } from './processes.ts';
import { processorFindings, type CameraRound, type Watched } from './processor-findings.ts';
import type { Findings } from './report.ts';
import type { Sites } from './sites.ts';
import { PEERS, type CameraScene } from './subjects.ts';

export interface ProcessorPlan {
  readonly rounds: number;
  /** In each round. */
  readonly processorSeconds: number;
  /** Before the first. */
  readonly processorWarmUp: number;
}

const SCENES: readonly CameraScene[] = ['moving', 'still', 'nobody'];
/** Milliseconds. */
const FIRST_FRAME_WITHIN = 120_000;

function watchedOn({ before }: Sites): readonly Watched[] {
  return before === null ? ['video', 'ours', ...PEERS] : ['video', 'before', 'ours'];
}

/**
 * Processor time of the whole browser while a page reads a camera, from the system's accounts, for
 * our page, the libraries' demos and a bare video element.
 */
export async function processorFigures(sites: Sites, plan: ProcessorPlan): Promise<Findings> {
  if (process.platform !== 'linux') {
    throw new Error('Processor time is read from /proc, which only Linux has.');
  }
  const rounds: CameraRound[] = [];
  for (const scene of SCENES) {
    const flags = [...gpuFlags(false), ...cameraFlags({ film: await filmOfScene(scene) })];
    for (const watched of watchedOn(sites)) {
      await withBrowser(flags, async (context) => {
        const page = await openCamera(context, sites, watched);
        const root = await mainProcess(context);
        await run(page, plan.processorWarmUp);
        for (let i = 0; i < plan.rounds; i++) {
          rounds.push({ scene, watched, ...(await round(page, root, plan.processorSeconds)) });
        }
      });
    }
  }
  return processorFindings(rounds);
}

/** A page that has made something of its first frame. */
async function openCamera(
  context: BrowserContext,
  { own, before, peers }: Sites,
  watched: Watched,
): Promise<Page> {
  await context.grantPermissions(['camera']);
  const page = await context.newPage();
  const site = watched === 'ours' ? own : watched === 'before' ? before : null;
  if (site !== null) {
    await page.addInitScript(await bundled('../../bench/page/camera-ours.ts', 'counting'));
    await page.goto(site.url);
    await page.getByRole('button', { name: 'Start camera', exact: true }).first().click();
  } else {
    await page.goto(`${peers.url}/camera-${watched}.html`);
  }
  await page.evaluate(firstFrame, FIRST_FRAME_WITHIN);
  return page;
}

/** Runs in a page, whose policy may forbid the driver's own way to wait. */
async function firstFrame(within: number): Promise<void> {
  const shared = globalThis as { readonly frameCounts?: FrameCounts };
  const started = performance.now();
  while ((shared.frameCounts?.frames ?? 0) === 0) {
    if (performance.now() - started > within) throw new Error('No frame was analysed.');
    await new Promise(requestAnimationFrame);
  }
}

/** Not a wait for something: running is what is measured. */
function run(page: Page, seconds: number): Promise<void> {
  return page.waitForTimeout(seconds * 1000);
}

interface Round {
  readonly seconds: number;
  readonly charged: Charged;
  readonly counts: FrameCounts;
}

async function round(page: Page, root: number, seconds: number): Promise<Round> {
  const counts = () => page.evaluate<FrameCounts>('globalThis.frameCounts');
  const countsBefore = await counts();
  const before = await browserAccounts(root);
  const started = performance.now();
  await run(page, seconds);
  const after = await browserAccounts(root);
  const passed = (performance.now() - started) / 1000;
  const countsAfter = await counts();
  return {
    seconds: passed,
    charged: chargedBetween(before, after),
    counts: {
      frames: countsAfter.frames - countsBefore.frames,
      read: countsAfter.read - countsBefore.read,
    },
  };
}
