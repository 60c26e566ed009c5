import type { BrowserContext } from 'playwright-core';

interface BrowserProcess {
  readonly type: string;
  readonly id: number;
  /** Processor time so far, in seconds. */
  readonly cpuTime: number;
}

async function processes(context: BrowserContext): Promise<readonly BrowserProcess[]> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  await session?.detach();
  return processInfo;
}

/** The id of the process that all others of the browser descend from. */
export async function mainProcess(context: BrowserContext): Promise<number> {
  const main = (await processes(context)).find(({ type }) => type === 'browser');
  if (main === undefined) throw new Error('The browser does not tell the id of its process.');
  return main.id;
}

/** The id of the process in which the only page that works has all its threads. */
export async function rendererProcess(context: BrowserContext): Promise<number> {
  const renderers = (await processes(context)).filter(({ type }) => type === 'renderer');
  // Another one may wait for the next page.
  const [busiest] = renderers.toSorted((a, b) => b.cpuTime - a.cpuTime);
  if (busiest === undefined) throw new Error('The browser does not tell of the page’s process.');
  return busiest.id;
}
