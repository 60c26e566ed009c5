import type { BrowserContext, Page } from 'playwright-core';
import { bundled } from '../browser/support/bundle.ts';
import type { FrameTimes } from './page/live-probe.ts';
import { startAndRead } from './real-page.ts';

export interface LivePlan {
  readonly rounds: number;
  /** In each round. */
  readonly liveFrames: number;
  /** Before the first: the timeline costs most once its 30 seconds are full. */
  readonly liveWarmUp: number;
}

export interface LiveRound {
  /** Every frame that was analysed, in order. */
  readonly frames: readonly FrameTimes[];
}

/** Our page while it reads a camera, watched from outside. */
export class LiveRun {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** @param prepare the page, before it is opened */
  static async start(
    context: BrowserContext,
    url: string,
    prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
  ): Promise<LiveRun> {
    await context.grantPermissions(['camera']);
    const page = await context.newPage();
    await prepare(page);
    await page.addInitScript(await bundled('../../bench/page/live-probe.ts', 'probe'));
    await startAndRead(page, url, 'Start camera');
    return new LiveRun(page);
  }

  /** The next so many frames. */
  round(frames: number): Promise<LiveRound> {
    return this.#measured(`nextFrames(${frames})`);
  }

  /** The frames of the next so many milliseconds. */
  during(milliseconds: number): Promise<LiveRound> {
    return this.#measured(`framesWithin(${milliseconds})`);
  }

  async #measured(frames: string): Promise<LiveRound> {
    return { frames: await this.page.evaluate<FrameTimes[]>(frames) };
  }
}
