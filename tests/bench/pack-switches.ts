import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { button } from '../browser/support/page.ts';
import { memory } from './memory.ts';
import { startAndRead } from './real-page.ts';
import type { Findings } from './report.ts';

export interface SwitchPlan {
  readonly switches: number;
}

/** A pack that is brought, beside those that come with the page. */
const TINY = fileURLToPath(new URL('../fixtures/tiny-pack/', import.meta.url));
const TINY_FILES = ['pack.json', 'encoder.onnx', 'head.onnx', 'head-scaled.onnx', 'CARD.md'];

/** So many switches warm up: every pack has read twice, and all code has run. */
const WARM_UP = 6;
const TIMEOUT = 60_000;

/** Megabytes that are left of switches from pack to pack while the drawn face is read. */
export async function packSwitches(
  context: BrowserContext,
  url: string,
  { switches }: SwitchPlan,
): Promise<Findings> {
  const page = await context.newPage();
  await startAndRead(page, url, 'Try it without a camera');
  await button(page, 'Settings').click();
  await addTinyPack(page);
  for (let i = 0; i < WARM_UP; i++) await usePack(page, i);
  const before = await memory(page);
  const workers = page.workers().length;
  for (let i = 0; i < switches; i++) await usePack(page, WARM_UP + i);
  const after = await memory(page);
  const left = page.workers().length - workers;
  await page.close();
  return {
    ratios: {},
    tables: [
      {
        title: `Megabytes of memory before and after ${switches} switches between packs: JavaScript, canvases and wasm`,
        rows: [
          ['before', before.toFixed(1)],
          ['after', after.toFixed(1)],
          ['growth', (after - before).toFixed(1)],
          ['workers left over', String(left)],
        ],
      },
    ],
  };
}

async function addTinyPack(page: Page): Promise<void> {
  const files = TINY_FILES.map((name) => ({
    name,
    mimeType: '',
    buffer: readFileSync(join(TINY, name)),
  }));
  await page.locator('input[type=file][accept*=".pth"]').first().setInputFiles(files);
  await page.getByText('reads now.').waitFor({ timeout: TIMEOUT });
  await button(page, 'Dismiss').click();
}

/** Turns to one of the packs that do not read, to another one each time. */
export async function usePack(page: Page, i: number): Promise<void> {
  const others = page.getByRole('button', { name: /^Use: / });
  const names = await others.evaluateAll((all) =>
    all.map((each) => each.getAttribute('aria-label') ?? ''),
  );
  const use = button(page, names[i % names.length]!);
  await use.click();
  await use.waitFor({ state: 'detached', timeout: TIMEOUT });
}
