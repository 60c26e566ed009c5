import type { PerEmotion } from '../core/blemore/emotions.ts';
import type { Notice } from '../core/session/notice.ts';
import type { LossReason, SourceInfo } from '../core/session/session.ts';
import type { FrameImage } from '../analyser/messages.ts';

/** What a source tells its holder. `frame`: a new picture may be captured, taken at `capturedAt` (performance.now()). */
export interface SourceEvents {
  frame(capturedAt: number): void;
  /** The source yields no frames by itself, for good unless `resumed` follows. */
  lost(reason: LossReason): void;
  resumed(): void;
  notice(notice: Notice): void;
}

/** What yields frames: a camera, a file, or the drawn face. Whoever opened it closes it. */
export interface FrameSource {
  readonly info: SourceInfo;
  /** What the stage shows; the source keeps it up to date. */
  readonly view: HTMLVideoElement | HTMLCanvasElement;
  /** Starts telling of frames; returns what stops it. One listener at a time. */
  start(events: SourceEvents): () => void;
  /** The newest picture, owned by the caller; null while there is none. */
  capture(): Promise<FrameImage | null>;
  /** What the picture truly shows, where the source knows it: six shares summing to 1. */
  truth(): PerEmotion | null;
  /** Gives back the camera, the file or the canvas, at once. */
  close(): void;
}
