import type { Analysis } from '../../src/core/reading/analysis.ts';
import type { Logits } from '../../src/core/blemore/emotions.ts';
import type { ClipResult } from '../../src/evaluation/clip-result.ts';
import type { ClipFrame, OpenClip, OpenClipFile } from '../../src/sources/clip/clip.ts';
import { FrameSeriesBuilder } from '../../src/evaluation/frame-series.ts';
import { softmax } from '../../src/core/reading/softmax.ts';
import { analysedFace, analysisWith, readAs } from './analyses.ts';

function fakeImage(): VideoFrame {
  return { close: () => undefined } as unknown as VideoFrame;
}

/** What a fake clip does: so many frames, thirty a second, and then maybe an error. */
export interface FakeVideo {
  readonly frames: number;
  readonly duration?: number | null;
  readonly error?: Error;
}

/** Opens files whose content is the JSON of a FakeVideo, or fails as `errors` says by content. */
export function fakeDecoder(errors: ReadonlyMap<string, Error> = new Map()) {
  const opened: FakeClip[] = [];
  const open: OpenClipFile = async (file) => {
    const text = await file.text();
    const error = errors.get(text);
    if (error !== undefined) throw error;
    const clip = new FakeClip(JSON.parse(text) as FakeVideo);
    opened.push(clip);
    return clip;
  };
  return { open, opened };
}

class FakeClip implements OpenClip {
  readonly duration: number | null;
  readonly #video: FakeVideo;
  decodedUntil = 0;
  closed = false;

  constructor(video: FakeVideo) {
    this.#video = video;
    this.duration = video.duration === undefined ? video.frames / 30 : video.duration;
  }

  async *frames(every: number): AsyncGenerator<ClipFrame, void> {
    for (let index = 0; index < this.#video.frames; index++) {
      this.decodedUntil = (index + 1) / 30;
      await Promise.resolve();
      if (index % every === 0) yield { image: fakeImage(), at: index / 30 };
    }
    if (this.#video.error !== undefined) throw this.#video.error;
  }

  close(): void {
    this.closed = true;
  }
}

export function fakeFile(name: string, video: FakeVideo, tail = ''): File {
  return new File([JSON.stringify(video), tail], name);
}

/** An analysis of a 640×360 frame with a bystander and, where there are logits, a primary face. */
export function analysisOf(capturedAt: number, logits: Logits | null): Analysis {
  const bystander = analysedFace(1, false, { kind: 'bystander' });
  if (logits === null) return analysisWith(capturedAt, bystander);
  return analysisWith(capturedAt, bystander, analysedFace(2, true, readAs(logits, capturedAt)));
}

/** A result as if every frame had the same logits. */
export function resultOf(logits: Logits, frames = 2): ClipResult {
  const series = new FrameSeriesBuilder();
  for (let frame = 0; frame < frames; frame++) series.add(frame / 30, logits);
  return {
    size: { width: 640, height: 360 },
    seconds: frames / 30,
    frames,
    read: frames,
    series: series.build(),
    features: null,
    combination: 'mean-logits',
    backend: 'wasm',
    probabilities: softmax(logits),
    elapsed: 12,
  };
}
