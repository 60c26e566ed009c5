import type { CDPSession, Page } from 'playwright-core';
import { rendererProcess } from './processes.ts';

/** Milliseconds in which a slowed process runs once and rests once. */
const PERIOD = 20;

/** What is made slower: the thread that draws the page, or the page with all its workers. */
export type Slowed = 'main thread' | 'all threads';

/** Makes a page slower. */
export class Brake {
  readonly #session: CDPSession;
  readonly #process: number;
  /** Ends what stops the process again and again; null while nothing does. */
  #stop: (() => void) | null = null;

  private constructor(session: CDPSession, process: number) {
    this.#session = session;
    this.#process = process;
  }

  static async of(page: Page): Promise<Brake> {
    const session = await page.context().newCDPSession(page);
    return new Brake(session, await rendererProcess(page.context()));
  }

  /** @param rate how many times as long everything takes; 1 is as fast as the machine */
  async slow(what: Slowed, rate: number): Promise<void> {
    this.#stop?.();
    this.#stop = what === 'all threads' && rate > 1 ? restAgainAndAgain(this.#process, rate) : null;
    // Of a page's threads the protocol slows this one only: workers refuse the command.
    const own = what === 'main thread' ? rate : 1;
    await this.#session.send('Emulation.setCPUThrottlingRate', { rate: own });
  }

  async release(): Promise<void> {
    await this.slow('main thread', 1);
  }
}

/** Lets a process run for one part of `rate` of the time. Returns what ends it. */
function restAgainAndAgain(id: number, rate: number): () => void {
  const running = PERIOD / rate;
  let timer: NodeJS.Timeout;
  const run = (): void => {
    process.kill(id, 'SIGCONT');
    timer = setTimeout(rest, running);
  };
  const rest = (): void => {
    process.kill(id, 'SIGSTOP');
    timer = setTimeout(run, PERIOD - running);
  };
  rest();
  return () => {
    clearTimeout(timer);
    process.kill(id, 'SIGCONT');
  };
}
