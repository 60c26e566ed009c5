import type { Page } from 'playwright-core';

/** Where on the page; all of it takes a drop. */
const PLACE = { x: 400, y: 300 };
const COPY = 1;

/** Drags files and folders of this machine over the page, as a file manager would. */
export async function dragOver(page: Page, paths: readonly string[]): Promise<void> {
  await dispatch(page, 'dragEnter', paths);
  await dispatch(page, 'dragOver', paths);
}

/** Drops them there. */
export async function drop(page: Page, paths: readonly string[]): Promise<void> {
  await dragOver(page, paths);
  await dispatch(page, 'drop', paths);
}

async function dispatch(
  page: Page,
  type: 'dragEnter' | 'dragOver' | 'drop',
  paths: readonly string[],
): Promise<void> {
  // A script's own DragEvent has files without entries, and so no folders.
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: COPY };
  await browser.send('Input.dispatchDragEvent', { type, ...PLACE, data });
  await browser.detach();
}
