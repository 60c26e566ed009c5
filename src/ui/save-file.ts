import type { Download } from '../evaluation/exports/download.ts';

/** Long enough for any browser to have begun saving. */
const KEPT_MS = 60_000;

/** Hands a file to the visitor, as a click on a link to it would. */
export function saveFile({ name, blob }: Download): void {
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS);
}
