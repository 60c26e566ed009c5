import type { CDPSession, Page } from 'playwright-core';

/** `busy`: from a task's start to its end. `computing`: of that, what the processor worked on it. */
export type Clock = 'busy' | 'computing';

const TIME_DOMAIN = { busy: 'timeTicks', computing: 'threadTicks' } as const;

/** What a page's main thread has spent on tasks: scripts, styles, layout, paint, commits. */
export class MainThread {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page, clock: Clock): Promise<MainThread> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: TIME_DOMAIN[clock] });
    return new MainThread(session);
  }

  /** Milliseconds so far. */
  async spent(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
    if (seconds === undefined) throw new Error('The browser tells no TaskDuration.');
    return seconds * 1000;
  }
}
