import type { Analysis } from '../core/reading/analysis.ts';
import type { FrameImage, FrameOptions } from '../analyser/messages.ts';
import type { FrameSource, SourceEvents } from '../sources/source.ts';
import type { Analyser } from '../client/analyser-client.ts';

export interface FrameLoopEvents extends Omit<SourceEvents, 'frame' | 'recorded'> {
  /** A frame was offered, analysed or not. */
  frame(capturedAt: number): void;
  /** Whether an offered frame is to be analysed, if there is time for it. */
  isDue(capturedAt: number): boolean;
  /** Whether the picture of the next frame is wanted with its analysis. */
  keepsPicture(): boolean;
  /** `picture` is lent for the call; null where it was not wanted. */
  analysed(analysis: Analysis, picture: FrameImage | null): void;
  failed(error: unknown): void;
}

/**
 * Carries frames from a source to the analyser on one credit: a frame that comes while another is
 * analysed is let go, so the next one taken is always the newest. Returns what stops it; that settles
 * once no frame is under way any more.
 */
export function runFrameLoop(
  source: FrameSource,
  analyser: Pick<Analyser, 'analyse'>,
  options: (capturedAt: number) => FrameOptions,
  events: FrameLoopEvents,
): () => Promise<void> {
  let busy = false;
  /** Settles when the frame under way is analysed. */
  let carried = Promise.resolve();
  let stopped = false;

  async function carry(capturedAt: number): Promise<void> {
    busy = true;
    let picture: FrameImage | null = null;
    try {
      const image = await source.capture();
      if (image === null) return;
      if (events.keepsPicture()) picture = await copyOf(image);
      const analysis = await analyser.analyse(image, capturedAt, options(capturedAt));
      if (!stopped) events.analysed(analysis, picture);
    } catch (error) {
      if (!stopped) events.failed(error);
    } finally {
      picture?.close();
      busy = false;
    }
  }

  const stopSource = source.start({
    ...events,
    frame(capturedAt) {
      events.frame(capturedAt);
      if (!busy && events.isDue(capturedAt)) carried = carry(capturedAt);
    },
    recorded(analysis) {
      // In the order of their capture.
      void carried.then(() => {
        if (!stopped) events.analysed(analysis, null);
      });
    },
  });
  return () => {
    stopped = true;
    stopSource();
    return carried;
  };
}

/** The same picture for two owners. Closes the first one's where it cannot be copied. */
async function copyOf(image: FrameImage): Promise<FrameImage> {
  try {
    return 'clone' in image ? image.clone() : await createImageBitmap(image);
  } catch (error) {
    image.close();
    throw error;
  }
}
