import type { Progress } from '../../core/session/session.ts';
import type { FileSource } from './file-source.ts';

/** A report for every hundredth part is as fine as a progress bar can show. */
const STEPS = 100;

type Bytes = Uint8Array<ArrayBuffer>;

/** Files by what they are for; null where none is needed. */
type Wanted = Readonly<Record<string, FileSource | null>>;
type BytesOf<File> = File extends null ? null : Bytes;

/** The bytes of each file as soon as they are there. */
export type Contents<Files> = { readonly [Use in keyof Files]: Promise<BytesOf<Files[Use]>> };

export interface Download<Files> {
  /** All fail with the first failure. */
  readonly contents: Contents<Files>;
  /** Reports once more how far it is. */
  readonly report: () => void;
}

export interface DownloadEvents {
  /** Ends what is still under way. */
  readonly signal: AbortSignal;
  /** Hears how far all files are together. */
  readonly progress: (progress: Progress) => void;
}

class Meter {
  readonly #total: number;
  readonly #tell: (progress: Progress) => void;
  #loaded = 0;
  #reported = 0;

  constructor(files: readonly FileSource[], tell: (progress: Progress) => void) {
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

/** Starts to read files side by side, with one progress over all of them. */
export function download<const Files extends Wanted>(
  files: Files,
  { signal, progress }: DownloadEvents,
): Download<Files> {
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const meter = new Meter(Object.values(files).filter(isFile), progress);
  const received = (bytes: number) => {
    meter.add(bytes);
  };
  const start = async (file: FileSource | null) => {
    try {
      return file && (await file.read({ signal: either, received }));
    } catch (error) {
      // Whoever waits for another file hears of this one's failure too.
      failed.abort(error);
      throw error;
    }
  };
  const contents = Object.entries(files).map(([use, file]) => [use, quiet(start(file))] as const);
  return {
    contents: Object.fromEntries(contents) as Contents<Files>,
    report() {
      meter.report();
    },
  };
}

function isFile(file: FileSource | null): file is FileSource {
  return file !== null;
}

/** A failure of a file for which nobody waits yet is no uncaught error. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
