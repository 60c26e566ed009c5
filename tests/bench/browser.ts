import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findBrowser } from '../../src/tools/find-browser.ts';

/** No GPU at all: everything is computed by the processor, and nothing by chance. */
const NO_GPU = ['--disable-gpu'];

const GPU = [
  '--enable-unsafe-webgpu',
  '--ignore-gpu-blocklist',
  ...(process.platform === 'linux' ? ['--enable-features=Vulkan', '--use-angle=vulkan'] : []),
];

export function gpuFlags(wanted: boolean): readonly string[] {
  return wanted ? GPU : NO_GPU;
}

/**
 * Chromium as a visitor has it, with a cache on disk that outlives its pages; everything is gone
 * when `use` is done.
 */
export async function withBrowser<T>(
  flags: readonly string[],
  use: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: { width: 1280, height: 720 },
    args: ['--disable-background-networking', ...flags],
  });
  try {
    return await use(context);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}
