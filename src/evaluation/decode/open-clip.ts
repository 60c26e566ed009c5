import {
  BlobSource,
  Input,
  MP4,
  QTFF,
  UnsupportedInputFormatError,
  WEBM,
  type InputVideoTrack,
  type VideoSample,
} from 'mediabunny';
import { ClipProblemError, type ClipProblem } from '../clip-problem.ts';
import { pacedSamples } from './paced-samples.ts';

/** One decoded frame; whoever takes it closes it or hands it on. */
export interface ClipFrame {
  readonly image: VideoFrame;
  /** When it is shown, in seconds from the clip's own zero. */
  readonly at: number;
}

/** A clip whose video can be decoded; to be closed. */
export interface OpenClip {
  /** Seconds as the container has them, to measure progress by; null where it does not say. */
  readonly duration: number | null;
  /** Until where frames have been decoded so far, in seconds. */
  readonly decodedUntil: number;
  /** The frames in order, the first and every n-th from it. Throws ClipProblemErrors. */
  frames(every: number): AsyncGenerator<ClipFrame, void>;
  close(): void;
}

/** Throws a ClipProblemError where there is nothing to decode. */
export type OpenClipFile = (file: Blob) => Promise<OpenClip>;

/** Containers are not exact about durations. */
const LEAST_MISSING_S = 0.5;

/** Opens a clip with WebCodecs; it is decoded a few frames ahead of the one asked for. */
export const openClip: OpenClipFile = async (file) => {
  const input = new Input({ source: new BlobSource(file), formats: [MP4, QTFF, WEBM] });
  try {
    const track = await decodableTrack(input);
    return new DecodedClip(input, track, await track.getDurationFromMetadata());
  } catch (error) {
    input.dispose();
    throw clipProblemOf(error, 0);
  }
};

async function decodableTrack(input: Input): Promise<InputVideoTrack> {
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new ClipProblemError({ kind: 'no-video' });
  if (await track.canDecode()) return track;
  const codec = (await track.getCodec()) ?? (await track.getInternalCodecId());
  throw new ClipProblemError({
    kind: 'codec-unsupported',
    codec: typeof codec === 'string' ? codec : null,
  });
}

class DecodedClip implements OpenClip {
  readonly duration: number | null;
  readonly #input: Input;
  readonly #track: InputVideoTrack;
  #decodedUntil = 0;

  constructor(input: Input, track: InputVideoTrack, duration: number | null) {
    this.#input = input;
    this.#track = track;
    this.duration = duration;
  }

  get decodedUntil(): number {
    return this.#decodedUntil;
  }

  async *frames(every: number): AsyncGenerator<ClipFrame, void> {
    let index = 0;
    try {
      for await (const sample of pacedSamples(this.#track)) {
        const frame = await takeFrame(sample, index % every === 0);
        index += 1;
        this.#decodedUntil = sample.timestamp + sample.duration;
        if (frame !== null) yield frame;
      }
    } catch (error) {
      throw clipProblemOf(error, this.#decodedUntil);
    }
    this.#requireWhole(index);
  }

  close(): void {
    this.#input.dispose();
  }

  /** Of a file that was cut short, only what is missing tells: its last frames just do not come. */
  #requireWhole(frames: number): void {
    const seconds = this.#decodedUntil;
    const missing = (this.duration ?? 0) - seconds;
    if (frames > 0 && missing <= Math.max(LEAST_MISSING_S, 0.1 * seconds)) return;
    throw new ClipProblemError({ kind: 'undecodable', seconds, reason: 'it ends too early' });
  }
}

/** The sample as a frame, upright, where it is wanted; the sample is closed. */
async function takeFrame(sample: VideoSample, wanted: boolean): Promise<ClipFrame | null> {
  try {
    if (!wanted) return null;
    if (sample.rotation === 0 && !sample.flip) {
      return { image: sample.toVideoFrame(), at: sample.timestamp };
    }
    // The analyser takes frames as they are stored; turning them is the container's wish.
    const upright = await sample.transform({});
    try {
      return { image: upright.toVideoFrame(), at: sample.timestamp };
    } finally {
      upright.close();
    }
  } finally {
    sample.close();
  }
}

function clipProblemOf(error: unknown, seconds: number): ClipProblemError {
  if (error instanceof ClipProblemError) return error;
  return new ClipProblemError(problemOf(error, seconds), { cause: error });
}

function problemOf(error: unknown, seconds: number): ClipProblem {
  if (error instanceof UnsupportedInputFormatError) return { kind: 'format-unknown' };
  if (isFileGone(error)) return { kind: 'unreadable' };
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: 'undecodable', seconds, reason };
}

/** What browsers say of a file that was moved, deleted or changed since it was chosen. */
function isFileGone(error: unknown): boolean {
  return (
    error instanceof DOMException && ['NotFoundError', 'NotReadableError'].includes(error.name)
  );
}
