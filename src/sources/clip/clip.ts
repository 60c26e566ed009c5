/** One decoded frame; whoever takes it closes it or hands it on. */
export interface ClipFrame {
  readonly image: VideoFrame;
  /** When it is shown, in seconds from the clip's own zero. */
  readonly at: number;
}

/** A clip whose video can be decoded; to be closed. */
export interface OpenClip {
  /** Seconds that are shown, to measure progress by; null where nothing says. */
  readonly duration: number | null;
  /** Until where frames have been decoded so far, in seconds. */
  readonly decodedUntil: number;
  /**
   * The frames that a player shows, in order, the first and every n-th from it. Throws
   * FileProblemErrors.
   */
  frames(every: number): AsyncGenerator<ClipFrame, void>;
  close(): void;
}

/** Throws a FileProblemError where there is nothing to decode. */
export type OpenClipFile = (file: Blob) => Promise<OpenClip>;
