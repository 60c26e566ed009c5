import type { TaskQueue } from '../../core/async/task-queue.ts';

export interface ReadEvents {
  readonly signal: AbortSignal;
  /** Told of every piece, with its length in bytes. */
  readonly received: (bytes: number) => void;
  /** In which files wait for their turn to be fetched; at once where there is none. */
  readonly line?: TaskQueue;
}

/** A file that can be had, wherever it lives. */
export interface FileSource {
  /** What a failure calls it. */
  readonly name: string;
  /** Length in bytes, decompressed; null where nobody has measured it. */
  readonly bytes: number | null;
  /**
   * The checked bytes.
   * @throws FailureError asset-…; the signal's reason when aborted.
   */
  read(events: ReadEvents): Promise<Uint8Array<ArrayBuffer>>;
}
