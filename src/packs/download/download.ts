import type { TaskQueue } from '../../core/async/task-queue.ts';
import type { FileSource } from './file-source.ts';
import type { Meter } from './meter.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Files by what they are for; null where none is needed. */
type Wanted = Readonly<Record<string, FileSource | null>>;
type BytesOf<File> = File extends null ? null : Bytes;

/** The bytes of each file as soon as they are there. */
export type Contents<Files> = { readonly [Use in keyof Files]: Promise<BytesOf<Files[Use]>> };

export interface DownloadOptions {
  /** Ends what is still under way. */
  readonly signal: AbortSignal;
  readonly meter: Pick<Meter, 'add'>;
  /** In which files wait for their turn to be fetched. */
  readonly line: TaskQueue;
}

/**
 * Starts to read files; all fail with the first failure. Those on this device are read side by
 * side; the others are fetched one after the other, in the order they are named, so that the first
 * is not slowed by the last and can be made ready while the others come.
 */
export function download<const Files extends Wanted>(
  files: Files,
  { signal, meter, line }: DownloadOptions,
): Contents<Files> {
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const received = (bytes: number) => {
    meter.add(bytes);
  };
  const start = async (file: FileSource | null) => {
    try {
      return file && (await file.read({ signal: either, received, line }));
    } catch (error) {
      // Whoever waits for another file hears of this one's failure too.
      failed.abort(error);
      throw error;
    }
  };
  const contents = Object.entries(files).map(([use, file]) => [use, quiet(start(file))] as const);
  return Object.fromEntries(contents) as Contents<Files>;
}

/** A failure of a file for which nobody waits yet is no uncaught error. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
