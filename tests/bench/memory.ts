import type { Page } from 'playwright-core';

const MEGABYTE = 1e6;

/** With them Chromium measures memory when asked, not when it next has the time. */
export const MEMORY_FLAGS = ['--enable-blink-features=ForceEagerMeasureMemory'];

interface Memory {
  /** JavaScript, canvases and wasm memory of the page and its workers, after a forced collection. */
  readonly bytes: number;
}

/** Megabytes that a page takes; it must be cross-origin isolated. */
export async function memory(page: Page): Promise<number> {
  const { bytes } = await page.evaluate<Memory>('performance.measureUserAgentSpecificMemory()');
  return bytes / MEGABYTE;
}
