import type { Page } from 'playwright-core';

const MEGABYTE = 1e6;

/** With them Chromium measures memory when asked, not when it next has the time. */
export const MEMORY_FLAGS = ['--enable-blink-features=ForceEagerMeasureMemory'];

/** JavaScript, canvases or wasm memory of a page or a worker, after a forced collection. */
export interface MemoryPart {
  readonly bytes: number;
  readonly attribution: readonly { readonly url: string }[];
}

interface Memory {
  readonly breakdown: readonly MemoryPart[];
}

/** Megabytes of a page and its workers, or of what counts of them; it must be cross-origin isolated. */
export async function memory(
  page: Page,
  counts: (part: MemoryPart) => boolean = () => true,
): Promise<number> {
  const { breakdown } = await page.evaluate<Memory>('performance.measureUserAgentSpecificMemory()');
  return breakdown.filter(counts).reduce((sum, { bytes }) => sum + bytes, 0) / MEGABYTE;
}
