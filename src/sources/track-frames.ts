import { CaptureClock } from './capture-clock.ts';
import type { FrameGrabber } from './frame-grabber.ts';

/** Chromium's; Safari has it in workers only, Firefox not at all. */
interface TrackProcessor {
  readonly readable: ReadableStream<VideoFrame>;
}
type TrackProcessorClass = new (init: {
  readonly track: MediaStreamTrack;
  /** How many frames wait; the oldest goes where there are more. */
  readonly maxBufferSize?: number;
}) => TrackProcessor;

/** Null where the browser has none. */
export function trackProcessor(): TrackProcessorClass | null {
  const { MediaStreamTrackProcessor = null } = globalThis as {
    MediaStreamTrackProcessor?: TrackProcessorClass;
  };
  return MediaStreamTrackProcessor;
}

/**
 * The frames of a camera's track as they come, not as they are presented: that spares the page a
 * rendering for each, and the frame the wait for it. The newest is held until it is taken.
 */
export class TrackFrames implements FrameGrabber {
  readonly #reader: ReadableStreamDefaultReader<VideoFrame>;
  readonly #clock = new CaptureClock();
  #newest: VideoFrame | null = null;
  #closed = false;

  /** @param callback called for every frame that is not too old, with when it was captured, on `performance.now()`'s clock */
  constructor(
    Processor: TrackProcessorClass,
    track: MediaStreamTrack,
    callback: (capturedAt: number) => void,
  ) {
    this.#reader = new Processor({ track, maxBufferSize: 1 }).readable.getReader();
    void this.#read(callback);
  }

  take(): Promise<VideoFrame | null> {
    const frame = this.#newest;
    this.#newest = null;
    return Promise.resolve(frame);
  }

  close(): void {
    this.#closed = true;
    this.#hold(null);
    void this.#reader.cancel();
  }

  #hold(frame: VideoFrame | null): void {
    this.#newest?.close();
    this.#newest = frame;
  }

  async #read(callback: (capturedAt: number) => void): Promise<void> {
    for (;;) {
      const { value: frame } = await this.#reader.read();
      // The track has ended, which its own event tells.
      if (frame === undefined) return;
      if (this.#closed) {
        frame.close();
        return;
      }
      this.#hold(frame);
      const capturedAt = this.#clock.capturedAt(frame.timestamp / 1000, performance.now());
      if (capturedAt !== null) callback(capturedAt);
    }
  }
}
