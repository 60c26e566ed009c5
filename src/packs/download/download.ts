import type { Progress } from '../../core/session/session.ts';
import type { CheckedFiles } from './checked-files.ts';
import { fetchAsset, type FetchEvents } from './fetch-asset.ts';
import type { RemoteFile } from './remote-file.ts';

/** A report for every hundredth part is as fine as a progress bar can show. */
const STEPS = 100;

type Bytes = Uint8Array<ArrayBuffer>;

type Contents<Files extends readonly RemoteFile[]> = {
  [Index in keyof Files]: Promise<Bytes>;
};

export interface Download<Files extends readonly RemoteFile[]> {
  /** Each file's bytes as soon as they are there; all fail with the first failure. */
  readonly contents: Contents<Files>;
  /** Reports once more how far it is. */
  readonly report: () => void;
  /** Ends what is still under way. */
  readonly stop: () => void;
}

/** Where the files come from, and who hears how far they are. */
export interface DownloadOptions {
  readonly checked: CheckedFiles;
  readonly report: (progress: Progress) => void;
}

class Meter {
  readonly #total: number;
  readonly #tell: (progress: Progress) => void;
  #loaded = 0;
  #reported = 0;

  constructor(files: readonly RemoteFile[], tell: (progress: Progress) => void) {
    this.#total = files.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
    this.#tell = tell;
    this.report();
  }

  report(): void {
    this.#reported = this.#loaded;
    this.#tell({ loaded: this.#loaded, total: this.#total });
  }

  add(bytes: number): void {
    this.#loaded += bytes;
    const news = this.#loaded - this.#reported;
    if (this.#loaded >= this.#total || news >= this.#total / STEPS) this.report();
  }
}

/** A file from this device, or from the server, after which it is kept. */
async function obtain(file: RemoteFile, checked: CheckedFiles, events: FetchEvents) {
  const kept = await checked.find(file);
  events.signal.throwIfAborted();
  if (kept !== null && kept.length === (file.bytes ?? kept.length)) {
    events.received(kept.length);
    return kept;
  }
  const bytes = await fetchAsset(file, events);
  void checked.keep(file, bytes);
  return bytes;
}

/** Starts to fetch files side by side, with one progress over all of them. */
export function download<const Files extends readonly RemoteFile[]>(
  files: Files,
  { checked, report }: DownloadOptions,
): Download<Files> {
  const stop = new AbortController();
  const meter = new Meter(files, report);
  const received = (bytes: number) => {
    meter.add(bytes);
  };
  const contents = files.map((file) => {
    const bytes = obtain(file, checked, { signal: stop.signal, received });
    // Whoever waits for another file hears of this one's failure too.
    bytes.catch((error: unknown) => {
      stop.abort(error);
    });
    return bytes;
  });
  return {
    contents: contents as Contents<Files>,
    report() {
      meter.report();
    },
    stop() {
      stop.abort();
    },
  };
}
