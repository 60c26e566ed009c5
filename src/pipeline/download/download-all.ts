import type { Progress } from '../../core/session.ts';
import { fetchAsset } from './fetch-asset.ts';
import type { RemoteFile } from './remote-file.ts';

/** A report for every hundredth part is as fine as a progress bar can show. */
const STEPS = 100;

type Contents<Files extends readonly RemoteFile[]> = {
  [Index in keyof Files]: Uint8Array<ArrayBuffer>;
};

function reporter(total: number, report: (progress: Progress) => void) {
  let loaded = 0;
  let reported = 0;
  report({ loaded, total });
  return (bytes: number): void => {
    loaded += bytes;
    if (loaded < total && loaded - reported < total / STEPS) return;
    reported = loaded;
    report({ loaded, total });
  };
}

export function totalBytes(files: readonly RemoteFile[]): number {
  return files.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
}

/**
 * Fetches files side by side, with one progress over all of them; the first failure stops the rest.
 * @returns their bytes, in the same order.
 */
export async function downloadAll<const Files extends readonly RemoteFile[]>(
  files: Files,
  report: (progress: Progress) => void,
): Promise<Contents<Files>> {
  const stop = new AbortController();
  const events = { signal: stop.signal, received: reporter(totalBytes(files), report) };
  try {
    const contents = await Promise.all(files.map((file) => fetchAsset(file, events)));
    return contents as Contents<Files>;
  } finally {
    stop.abort();
  }
}
