import type { Reading } from '../../core/blemore/prediction.ts';
import type { Affine } from '../../core/geometry/affine.ts';
import type { Size } from '../../core/geometry/shapes.ts';
import type { Analysis } from '../../core/reading/analysis.ts';

/** For how long frames are kept, in milliseconds. */
export const KEPT_MS = 20_000;
/** How much memory their pictures may take, in bytes. */
const MOST_BYTES = 2 ** 26;

export interface KeptPicture {
  /** From the picture's pixels to those of a frame of this size. */
  readonly toFrame: (frame: Size) => Affine;
  readonly bytes: number;
  /** As a PNG. */
  readonly png: () => Promise<Blob>;
}

export interface RecordedFrame {
  readonly analysis: Analysis;
  /** What was shown of the primary face. */
  readonly reading: Reading | null;
  /** Null where none was taken, or it had to make room. */
  readonly picture: KeptPicture | null;
}

/** The last twenty seconds of frames, and as many of their pictures as there is room for. */
export class FrameRecorder {
  readonly #mostBytes: number;
  #frames: readonly RecordedFrame[] = [];

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  /** Oldest first. */
  get frames(): readonly RecordedFrame[] {
    return this.#frames;
  }

  /** Expects frames in the order of their capture. */
  add(analysis: Analysis, reading: Reading | null, picture: KeptPicture | null): void {
    const { capturedAt } = analysis;
    const kept = this.#frames.filter((frame) => capturedAt - frame.analysis.capturedAt <= KEPT_MS);
    // What it was given to read is no part of what is kept of it.
    const faces = analysis.faces.map((face) => ({ ...face, crops: [] }));
    const frame = { analysis: { ...analysis, faces }, reading, picture };
    const frames = [...kept, frame];
    this.#frames = picture === null ? frames : this.#withinBounds(frames);
  }

  /** The picture of a frame that was added before; of one that is not kept any more, nothing. */
  attach(capturedAt: number, picture: KeptPicture): void {
    const isOf = ({ analysis }: RecordedFrame) => analysis.capturedAt === capturedAt;
    this.#frames = this.#withinBounds(
      this.#frames.map((frame) => (isOf(frame) ? { ...frame, picture } : frame)),
    );
  }

  clear(): void {
    this.#frames = [];
  }

  /** The newest pictures stay; frames stay without theirs. */
  #withinBounds(frames: readonly RecordedFrame[]): readonly RecordedFrame[] {
    let bytes = 0;
    return frames
      .toReversed()
      .map((frame) => {
        bytes += frame.picture?.bytes ?? 0;
        return bytes > this.#mostBytes && frame.picture !== null
          ? { ...frame, picture: null }
          : frame;
      })
      .toReversed();
  }
}
