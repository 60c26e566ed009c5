import { FileProblemError, type FileProblem } from '../../../src/core/media/file-problem.ts';
import { openClip } from '../../../src/sources/clip/open-clip.ts';

export interface Decoded {
  /** Seconds of the frames that came. */
  readonly times: readonly number[];
  /** How many of the decoder's frames were open at a time, at most and in the end. */
  readonly mostOpen: number;
  readonly leftOpen: number;
  readonly problem: FileProblem | null;
}

/** Counts the frames that a decoder has given out and nobody has closed yet. */
function countFrames() {
  const open = new Set<VideoFrame>();
  const count = { most: 0, open };
  const { close } = VideoFrame.prototype;
  VideoFrame.prototype.close = function () {
    open.delete(this);
    close.call(this);
  };
  globalThis.VideoDecoder = class extends VideoDecoder {
    constructor({ output, error }: VideoDecoderInit) {
      super({
        error,
        output(frame) {
          open.add(frame);
          count.most = Math.max(count.most, open.size);
          output(frame);
        },
      });
    }
  };
  return count;
}

/**
 * Runs in a browser: decodes a clip for somebody who takes `pace` milliseconds for each frame, and
 * leaves after `leaveAfter` frames.
 */
export async function decodeClip(
  base64: string,
  every: number,
  pace: number,
  leaveAfter: number,
): Promise<Decoded> {
  const count = countFrames();
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const times: number[] = [];
  let problem: FileProblem | null = null;
  try {
    const clip = await openClip(new Blob([bytes]));
    for await (const { image, at } of clip.frames(every)) {
      times.push(at);
      await new Promise((resolve) => setTimeout(resolve, pace));
      image.close();
      if (times.length === leaveAfter) break;
    }
    clip.close();
  } catch (error) {
    if (!(error instanceof FileProblemError)) throw error;
    problem = error.problem;
  }
  return { times, mostOpen: count.most, leftOpen: count.open.size, problem };
}
