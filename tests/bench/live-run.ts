import type { BrowserContext, Page } from 'playwright-core';
import { bundled } from '../browser/support/bundle.ts';
import { MainThread, type Clock } from './main-thread.ts';
import type { FrameTimes } from './page/live-probe.ts';
import { startAndRead } from './real-page.ts';

export interface LiveRound {
  /** Every frame that was analysed, in order. */
  readonly frames: readonly FrameTimes[];
  /** Milliseconds of the main thread from before the first of them to after the last. */
  readonly spent: PerClock<number>;
}

type PerClock<T> = Readonly<Record<Clock, T>>;

/** Our page while it reads a camera, watched from outside. */
export class LiveRun {
  readonly page: Page;
  readonly #threads: PerClock<MainThread>;

  private constructor(page: Page, threads: PerClock<MainThread>) {
    this.page = page;
    this.#threads = threads;
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
    return new LiveRun(page, {
      busy: await MainThread.of(page, 'busy'),
      computing: await MainThread.of(page, 'computing'),
    });
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
    const before = await this.#spent();
    const times = await this.page.evaluate<FrameTimes[]>(frames);
    const after = await this.#spent();
    return {
      frames: times,
      spent: {
        busy: after.busy - before.busy,
        computing: after.computing - before.computing,
      },
    };
  }

  async #spent(): Promise<PerClock<number>> {
    const { busy, computing } = this.#threads;
    return { busy: await busy.spent(), computing: await computing.spent() };
  }
}
