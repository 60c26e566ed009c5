import type { VideoSample } from 'mediabunny';
import { FileProblemError } from '../../core/media/file-problem.ts';
import { openAnimatedClip } from './animated-clip.ts';
import type { ClipFrame, OpenClip, OpenClipFile } from './clip.ts';
import { fileProblemOf } from './file-problem-of.ts';
import { openContainer, type Container } from './open-container.ts';
import { pacedSamples } from './paced-samples.ts';
import type { Stretch } from './presentation.ts';

/** A decoder may keep its very last frame to itself. */
const LEAST_MISSING_S = 0.2;

/**
 * Opens a clip with WebCodecs, be it a video or an animation; a video is decoded a few frames ahead
 * of the one asked for.
 */
export const openClip: OpenClipFile = async (file) => {
  const animation = await openAnimatedClip(file);
  return animation ?? openVideoClip(file);
};

async function openVideoClip(file: Blob): Promise<OpenClip> {
  const container = await openContainer(file);
  try {
    if (await container.track.canDecode()) return new DecodedClip(container);
    throw new FileProblemError({ kind: 'codec-unsupported', codec: container.codec });
  } catch (error) {
    container.close();
    throw fileProblemOf(error, 0, container.codec);
  }
}

class DecodedClip implements OpenClip {
  readonly duration: number | null;
  readonly #container: Container;
  #decodedUntil = 0;

  constructor(container: Container) {
    this.#container = container;
    this.duration = container.duration;
  }

  get decodedUntil(): number {
    return this.#decodedUntil;
  }

  async *frames(every: number): AsyncGenerator<ClipFrame, void> {
    let index = 0;
    try {
      for (const stretch of this.#container.stretches) {
        let reached = stretch.from;
        for await (const sample of shownSamples(this.#container, stretch)) {
          // A damaged file's frames may come before its first.
          const at = Math.max(0, Math.max(stretch.from, sample.timestamp) + stretch.shift);
          const image = await takeFrame(sample, index % every === 0);
          index += 1;
          reached = Math.min(stretch.until, sample.timestamp + sample.duration);
          this.#decodedUntil = Math.max(at, reached + stretch.shift);
          if (image !== null) yield { image, at };
        }
        this.#requireWhole(Math.min(stretch.until, this.#container.lastEnd ?? -Infinity) - reached);
      }
    } catch (error) {
      throw fileProblemOf(error, this.#decodedUntil, this.#container.codec);
    }
    if (index === 0) throw new FileProblemError({ kind: 'no-frames' });
    if (this.#container.lastEnd === null && this.#container.cut) this.#requireWhole(Infinity);
  }

  close(): void {
    this.#container.close();
  }

  /** Of a file that was cut short, only what is missing tells: its last frames just do not come. */
  #requireWhole(missing: number): void {
    if (missing <= LEAST_MISSING_S) return;
    const seconds = this.#decodedUntil;
    throw new FileProblemError(
      this.#container.cut
        ? { kind: 'cut-short', seconds }
        : { kind: 'damaged', seconds, reason: 'frames are missing' },
    );
  }
}

/** The samples of a stretch, beginning with the one that is seen at its start. */
async function* shownSamples(
  { track }: Container,
  { from, until }: Stretch,
): AsyncGenerator<VideoSample, void> {
  let before: VideoSample | null = null;
  try {
    for await (const sample of pacedSamples(track, from, until)) {
      if (sample.timestamp <= from) {
        before?.close();
        before = sample;
        continue;
      }
      if (before !== null) yield handOver();
      yield sample;
    }
    if (before !== null) yield handOver();
  } finally {
    before?.close();
  }

  function handOver(): VideoSample {
    const sample = before!;
    before = null;
    return sample;
  }
}

/** The sample as a frame, upright, where it is wanted; the sample is closed. */
async function takeFrame(sample: VideoSample, wanted: boolean): Promise<VideoFrame | null> {
  try {
    if (!wanted) return null;
    if (sample.rotation === 0 && !sample.flip) return sample.toVideoFrame();
    // The analyser takes frames as they are stored; turning them is the container's wish.
    const upright = await sample.transform({});
    try {
      return upright.toVideoFrame();
    } finally {
      upright.close();
    }
  } finally {
    sample.close();
  }
}
