import type { Analysis, FaceOutput } from '../core/reading/analysis.ts';
import type { Backend } from '../core/session/backend.ts';
import type { Size } from '../core/geometry/shapes.ts';
import { ClipProblemError } from './clip-problem.ts';
import type { ClipResult } from './clip-result.ts';
import type { OpenClip, OpenClipFile } from '../sources/clip/clip.ts';
import { combineFrames, FrameSeriesBuilder, type Combination } from './frame-series.ts';
import { ModelUnavailableError } from './model-unavailable.ts';
import type { RunClock } from './run-clock.ts';

export interface ClipTools {
  readonly open: OpenClipFile;
  readonly clock: RunClock;
  /** Analyses one frame, which is handed over; `capturedAt` in milliseconds of the clip. */
  readonly analyse: (image: VideoFrame, capturedAt: number) => Promise<Analysis>;
  /** Has what is left of the frames read, once the last of them is analysed. */
  readonly finish: () => Promise<readonly FaceOutput[]>;
}

export interface ClipTask {
  readonly file: Blob;
  /** Every frame is analysed, or every n-th. */
  readonly every: number;
  readonly combination: Combination;
  /** What it is read on. */
  readonly backend: Backend['kind'];
  readonly signal: AbortSignal;
  /** `at`: seconds of the clip analysed; `share` of it, 0..1, which stays at 0 for unknown lengths. */
  readonly progressed: (at: number, share: number) => void;
}

/**
 * Decodes a clip from its beginning to its end and reads its primary face, frame by frame and
 * without smoothing. The analyser must have forgotten earlier clips.
 *
 * Times are the clip's own, so that the same clip is read the same way however fast it goes.
 * Throws a FileProblemError or ClipProblemError where the clip has no result, a
 * ModelUnavailableError where a face could not be read, and what `analyse` throws.
 */
export async function evaluateClip(task: ClipTask, tools: ClipTools): Promise<ClipResult> {
  const { combination, backend } = task;
  const started = tools.clock.elapsed;
  const clip = await tools.open(task.file);
  try {
    const { size, builder, frames, read } = await readFrames(clip, task, tools);
    for (const output of await tools.finish()) {
      const last = readIn(output);
      builder.addAtEnd(last?.logits ?? null, last?.vector);
    }
    if (size === null || read === 0) throw new ClipProblemError({ kind: 'no-face', frames });
    const series = builder.build();
    const probabilities = combineFrames(series, combination);
    if (probabilities === null) throw new ClipProblemError({ kind: 'too-short', frames: read });
    const elapsed = tools.clock.elapsed - started;
    const clipped = { size, seconds: clip.decodedUntil, frames, read, series };
    const features = builder.features();
    return { ...clipped, features, combination, backend, probabilities, elapsed };
  } finally {
    clip.close();
  }
}

/** What a reader says of a face that it has read. */
type ReadOutput = Extract<FaceOutput, { kind: 'read' }>;

/** A frame that was handed over. */
interface AtWork {
  /** Seconds of the clip. */
  readonly at: number;
  readonly analysis: Promise<Analysis>;
}

/** What there is once the last frame has been analysed. */
interface ReadFrames {
  /** Null for a clip without frames. */
  readonly size: Size | null;
  readonly builder: FrameSeriesBuilder;
  /** How many were analysed, and how many of them have a face that is read. */
  readonly frames: number;
  readonly read: number;
}

/** Hands over the next frame before the last one is back, so that the analyser never waits. */
async function readFrames(
  clip: OpenClip,
  { every, combination, signal, progressed }: ClipTask,
  { analyse, clock }: ClipTools,
): Promise<ReadFrames> {
  const builder = new FrameSeriesBuilder(combination);
  let size: Size | null = null;
  let [frames, read] = [0, 0];
  const finish = async (work: AtWork | null) => {
    if (work === null) return;
    const { at } = work;
    const analysis = await work.analysis;
    signal.throwIfAborted();
    size ??= analysis.size;
    const output = primaryOutput(analysis);
    const reading = readIn(output);
    builder.add(at, reading?.logits ?? null, reading?.vector);
    frames += 1;
    // A frame that waits for the others of its clip is read with them.
    if (reading !== null || output?.kind === 'pending') read += 1;
    progressed(at, clip.duration === null ? 0 : Math.min(1, at / clip.duration));
  };
  let last: AtWork | null = null;
  let settled: Promise<unknown> = Promise.resolve();
  try {
    for await (const { image, at } of clip.frames(every)) {
      const work: AtWork = { at, analysis: analyse(image, at * 1000) };
      // Whether it failed is told once the frame before is back.
      settled = work.analysis.catch(() => undefined);
      await finish(last);
      last = work;
      if (!clock.paused) continue;
      // A pause holds no frame.
      await finish(last);
      last = null;
      await clock.going;
      signal.throwIfAborted();
    }
    await finish(last);
    return { size, builder, frames, read };
  } finally {
    // The analyser has nothing left of this clip when the next one begins.
    await settled;
  }
}

function primaryOutput({ faces }: Analysis): FaceOutput | undefined {
  return faces.find(({ primary }) => primary)?.outputs[0];
}

/** Null where nothing was read. Throws a ModelUnavailableError. */
function readIn(output: FaceOutput | undefined): ReadOutput | null {
  switch (output?.kind) {
    case 'read':
      return output;
    case 'unavailable':
      throw new ModelUnavailableError(output.reason);
    case 'pending':
    case 'bystander':
    case 'implausible':
    case undefined:
      return null;
  }
}
