export interface ReadEvents {
  readonly signal: AbortSignal;
  /** Told of every piece, with its length in bytes. */
  readonly received: (bytes: number) => void;
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
