import type { FrameImage } from '../analyser/messages.ts';

/** Where a camera's frames are taken. Whoever opened it closes it. */
export interface FrameGrabber {
  /** The newest frame, owned by the caller; null while there is none. */
  take(): Promise<FrameImage | null>;
  close(): void;
}
