import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../../src/tools/find-browser.ts';
import { DIST, serve } from '../../../src/tools/serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built page is served for the tests, with the production headers. */
    url: string;
    /** The browser's executable. */
    browser: string;
  }
}

/** Once for all browser tests: the built page, its server and a browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(join(DIST, 'index.html'))) await build({ logLevel: 'warn' });
  const served = await serve({ dir: DIST, port: 0 });
  project.provide('url', served.url);
  project.provide('browser', findBrowser());
  return () => served.close();
}
