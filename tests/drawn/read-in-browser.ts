import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { DIST } from '../../src/tools/serve.ts';
import { bundled } from '../browser/support/bundle.ts';
import type { Read, ReadOptions } from './page/read-drawn.ts';
import type { Shot } from './shots.ts';

const NAME = 'drawn';
/** So many pictures' crops are sent at once. */
const PART = 200;

export interface DrawnReading {
  readonly browser: Browser;
  /** Where the built page is served. */
  readonly url: string;
  /** A pack that the page ships, and one of its heads; null for its first. */
  readonly pack: string;
  readonly head: string | null;
  /** Null for single pictures, else how many a second of a film there are. */
  readonly fps: number | null;
}

/** What the built page's worker reads of drawn pictures, faster than they would pass. */
export async function readDrawn(
  { browser, url, pack, head, fps }: DrawnReading,
  shots: readonly Shot[],
): Promise<readonly Read[]> {
  const page = await browser.newPage();
  try {
    // Any address of the server will do but the page's own, which would start an analyser itself.
    await page.goto(new URL(`models/${pack}/pack.json`, url).href);
    await page.evaluate(await bundled('../../drawn/page/read-drawn.ts', NAME));
    const options: ReadOptions = {
      workerUrl: workerPath(),
      setup: {
        pack: { kind: 'shipped', id: pack },
        head,
        backend: 'wasm',
        range: 'short',
        purpose: 'live',
      },
      fps,
    };
    const found: Read[] = [];
    // A film is one piece: its faces are followed from one picture to the next.
    const part = fps === null ? PART : shots.length;
    for (let start = 0; start < shots.length; start += part) {
      const given = JSON.stringify(shots.slice(start, start + part));
      const call = `${NAME}.readShots(${JSON.stringify(options)}, ${given})`;
      found.push(...(await page.evaluate<readonly Read[]>(call)));
    }
    return found;
  } finally {
    await page.close();
  }
}

function workerPath(): string {
  const name = readdirSync(join(DIST, 'assets')).find((each) =>
    /^analyser-worker-.*\.js$/.test(each),
  );
  if (name === undefined) throw new Error(`There is no worker in ${DIST}.`);
  return `/assets/${name}`;
}
