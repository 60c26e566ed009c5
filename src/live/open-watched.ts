import type { FrameSource } from '../sources/source.ts';

/** A permission prompt that nobody has answered by then may not have been seen. */
const LONG_OPENING_MS = 10_000;

export type OpenSource = (signal: AbortSignal) => Promise<FrameSource>;

/**
 * Opens a source; `long` is called where that takes long. Rejects with what failed, or with the
 * signal's reason, and has closed the source then.
 */
export async function openWatched(
  open: OpenSource,
  signal: AbortSignal,
  long: () => void,
): Promise<FrameSource> {
  const timer = setTimeout(long, LONG_OPENING_MS);
  const stop = () => {
    clearTimeout(timer);
  };
  signal.addEventListener('abort', stop);
  try {
    const source = await open(signal);
    if (signal.aborted) source.close();
    signal.throwIfAborted();
    return source;
  } finally {
    stop();
  }
}
