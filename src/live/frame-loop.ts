import type { Analysis } from '../core/reading/analysis.ts';
import type { FrameOptions } from '../analyser/messages.ts';
import type { FrameSource, SourceEvents } from '../sources/source.ts';
import type { Analyser } from '../client/analyser-client.ts';

export interface FrameLoopEvents extends Omit<SourceEvents, 'frame'> {
  /** A frame was offered, analysed or not. */
  frame(capturedAt: number): void;
  analysed(analysis: Analysis): void;
  failed(error: unknown): void;
}

/**
 * Carries frames from a source to the analyser on one credit: a frame that comes while another is
 * analysed is let go, so the next one taken is always the newest. Returns what stops it.
 */
export function runFrameLoop(
  source: FrameSource,
  analyser: Pick<Analyser, 'analyse'>,
  options: () => FrameOptions,
  events: FrameLoopEvents,
): () => void {
  let busy = false;
  let stopped = false;

  async function carry(capturedAt: number): Promise<void> {
    busy = true;
    try {
      const image = await source.capture();
      if (image === null) return;
      const analysis = await analyser.analyse(image, capturedAt, options());
      if (!stopped) events.analysed(analysis);
    } catch (error) {
      if (!stopped) events.failed(error);
    } finally {
      busy = false;
    }
  }

  const stopSource = source.start({
    ...events,
    frame(capturedAt) {
      events.frame(capturedAt);
      if (!busy) void carry(capturedAt);
    },
  });
  return () => {
    stopped = true;
    stopSource();
  };
}
