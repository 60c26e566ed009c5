import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { browserPlaces } from './browser-places.ts';
import type { Machine } from './browser-places.ts';
import { runAsCommand } from './command.ts';
import { installBrowser } from './install-browser.ts';

export const ADVICE =
  'No Chromium found: install Chrome, Chromium or Edge, or set CHROMIUM_PATH to one.';

export interface Search extends Machine {
  /** Where Playwright keeps its own download. */
  readonly downloaded: string;
  /** Whether the file is there and starts. */
  works(path: string): boolean;
}

/** A file may be there and yet not start: a stub, or libraries that are missing. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows --version would open a window.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

function thisMachine(): Search {
  return {
    platform: process.platform,
    env: process.env,
    downloaded: chromium.executablePath(),
    works: starts,
  };
}

/**
 * The path of a Chromium that starts: CHROMIUM_PATH, else an installed one, else Playwright's.
 * Null where there is none.
 * @throws Error when CHROMIUM_PATH is set to something that does not start.
 */
export function searchBrowser(search: Search = thisMachine()): string | null {
  const chosen = search.env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (search.works(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is ${chosen}, which is no browser that starts.`);
  }
  const places = [...browserPlaces(search), search.downloaded];
  return places.find((path) => search.works(path)) ?? null;
}

/** As searchBrowser; @throws Error with advice where there is none. */
export function findBrowser(): string {
  const found = searchBrowser();
  if (found === null) throw new Error(ADVICE);
  return found;
}

await runAsCommand(import.meta, () => {
  const found = searchBrowser();
  if (found === null && process.argv.includes('--install')) {
    installBrowser(() => searchBrowser() !== null);
  }
  console.log(`Browser: ${found ?? findBrowser()}`);
});
