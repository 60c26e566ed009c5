import type { Analysis } from '../core/reading/analysis.ts';
import type { PerEmotion } from '../core/blemore/emotions.ts';
import type { Notice } from '../core/session/notice.ts';
import type { LossReason, SourceInfo } from '../core/session/session.ts';
import type { FrameImage } from '../analyser/messages.ts';
import type { Replay } from './replay/replay.ts';

/** What a source tells its holder. `frame`: a new picture may be captured, taken at `capturedAt` (performance.now()). */
export interface SourceEvents {
  frame(capturedAt: number): void;
  /** What was recorded of a frame of which there is no picture. */
  recorded(analysis: Analysis): void;
  /** The source yields no frames by itself, for good unless `resumed` follows. */
  lost(reason: LossReason): void;
  resumed(): void;
  notice(notice: Notice): void;
}

/** What yields frames: a camera, a file, the drawn face or a replay. Whoever opened it closes it. */
export interface FrameSource {
  readonly info: SourceInfo;
  /** What the stage shows; the source keeps it up to date. */
  readonly view: HTMLVideoElement | HTMLCanvasElement;
  /** Of a replay only. */
  readonly replay?: Replay;
  /** Starts telling of frames; returns what stops it. One listener at a time. */
  start(events: SourceEvents): () => void;
  /** The newest picture, owned by the caller; null while there is none. */
  capture(): Promise<FrameImage | null>;
  /** What the picture truly shows, where the source knows it: six shares summing to 1. */
  truth(): PerEmotion | null;
  /** Gives back the camera, the file or the canvas, at once. */
  close(): void;
}
