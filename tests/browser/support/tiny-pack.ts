import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { tinyPackFile } from '../../support/tiny-pack-file.ts';

/**
 * Gives the page a pack with tiny networks in the place of its own, before it is opened. The fewer
 * shaders a software GPU compiles, the sooner it reads.
 */
export async function withTinyPack(page: Page): Promise<void> {
  await page.route('**/models/*/*', (route) => {
    const name = basename(new URL(route.request().url()).pathname);
    return route.fulfill({ path: tinyPackFile(name) });
  });
}
