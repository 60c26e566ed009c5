import { expect, test, vi } from 'vitest';
import type { Logits } from '../../src/core/blemore/emotions.ts';
import { evaluateClip, type ClipTask, type ClipTools } from '../../src/evaluation/evaluate-clip.ts';
import type { FaceOutput } from '../../src/core/reading/analysis.ts';
import { logitsOf } from '../../src/evaluation/frame-series.ts';
import { RunClock } from '../../src/evaluation/run-clock.ts';
import { analysedFace, analysisWith, readAs } from '../support/analyses.ts';
import { analysisOf, fakeDecoder, fakeFile, type FakeVideo } from '../support/evaluation-clips.ts';

const HAPPY: Logits = [0, 0, 0, 3, 0, 0];

function setUp(video: FakeVideo, readings: (frame: number) => Logits | null = () => HAPPY) {
  const decoder = fakeDecoder();
  const times: number[] = [];
  const shares: number[] = [];
  const controller = new AbortController();
  const clock = new RunClock(() => 0);
  const tools: ClipTools = {
    open: decoder.open,
    clock,
    analyse(image, capturedAt) {
      times.push(capturedAt);
      image.close();
      return Promise.resolve(analysisOf(capturedAt, readings(times.length - 1)));
    },
    finish: () => Promise.resolve([]),
  };
  const task: ClipTask = {
    file: fakeFile('a.mov', video),
    every: 1,
    combination: 'mean-logits',
    backend: 'wasm',
    signal: controller.signal,
    progressed: (_, share) => shares.push(share),
  };
  return { decoder, times, shares, controller, clock, tools, task };
}

test('every frame is read, on the clip’s own clock', async () => {
  const { tools, task, times, shares, decoder } = setUp({ frames: 3, duration: 0.1 });
  const result = await evaluateClip(task, tools);
  expect(times).toEqual([0, 1000 / 30, 2000 / 30]);
  expect([...result.series.times]).toEqual([0, 1 / 30, 2 / 30]);
  expect(result).toMatchObject({ size: { width: 640, height: 360 }, seconds: 0.1, read: 3 });
  expect(result.probabilities[3]).toBeCloseTo(Math.exp(3) / (Math.exp(3) + 5), 6);
  expect(shares.at(-1)).toBeCloseTo(2 / 3, 6);
  expect(decoder.opened[0]?.closed).toBe(true);
});

test('every third frame', async () => {
  const { tools, task } = setUp({ frames: 7 });
  const { series } = await evaluateClip({ ...task, every: 3 }, tools);
  expect([...series.times]).toEqual([0, 0.1, 0.2]);
});

test('frames without a primary face count for nothing but the timeline', async () => {
  const { tools, task } = setUp({ frames: 4 }, (frame) => (frame === 1 ? HAPPY : null));
  const { read, frames, series, probabilities } = await evaluateClip(task, tools);
  expect([read, frames, series.times.length]).toEqual([1, 4, 4]);
  expect(probabilities[3]).toBeGreaterThan(0.7);
});

/** Frames wait until so many have come, and what is left of them is read at the end. */
function inClips(tools: ClipTools, length: number, last: readonly FaceOutput[]): ClipTools {
  let frames = 0;
  return {
    ...tools,
    analyse: async (image, capturedAt) => {
      const analysis = await tools.analyse(image, capturedAt);
      frames += 1;
      if (frames % length === 0) return analysis;
      return analysisWith(capturedAt, analysedFace(2, true, { kind: 'pending', gathered: 1 }));
    },
    finish: () => Promise.resolve(last),
  };
}

test('frames that are read together are all counted, and their readings are not frames', async () => {
  const { tools, task } = setUp({ frames: 6 });
  const result = await evaluateClip(task, inClips(tools, 4, [readAs(HAPPY, 0)]));
  expect(result).toMatchObject({ frames: 6, read: 6 });
  expect(logitsOf(result.series)).toEqual([HAPPY, HAPPY]);
});

test('a face in fewer frames than are read together is a problem of its own', async () => {
  const { tools, task } = setUp({ frames: 3 });
  await expect(evaluateClip(task, inClips(tools, 4, []))).rejects.toMatchObject({
    problem: { kind: 'too-short', frames: 3 },
  });
});

test('a face that could not be read makes the clip no result', async () => {
  const { tools, task, decoder } = setUp({ frames: 4 });
  const losing: ClipTools = {
    ...tools,
    analyse: async (image, capturedAt) => {
      const analysis = await tools.analyse(image, capturedAt);
      if (capturedAt < 60) return analysis;
      const lost = analysedFace(2, true, { kind: 'unavailable', reason: 'rebuilding' });
      return { ...analysis, faces: [lost] };
    },
  };
  await expect(evaluateClip(task, losing)).rejects.toMatchObject({
    name: 'ModelUnavailableError',
    reason: 'rebuilding',
  });
  expect(decoder.opened[0]?.closed).toBe(true);
});

test('no face in any frame is a problem', async () => {
  const { tools, task, decoder } = setUp({ frames: 4 }, () => null);
  await expect(evaluateClip(task, tools)).rejects.toMatchObject({
    problem: { kind: 'no-face', frames: 4 },
  });
  expect(decoder.opened[0]?.closed).toBe(true);
});

test('where the head aggregates features, the last frame’s reading is the clip’s', async () => {
  const sad: Logits = [0, 0, 0, 0, 2, 0];
  const { tools, task } = setUp({ frames: 4 }, (frame) => [HAPPY, HAPPY, sad, null][frame]!);
  const result = await evaluateClip({ ...task, combination: 'aggregate' }, tools);
  expect(result).toMatchObject({ combination: 'aggregate', read: 3 });
  expect(result.probabilities[4]).toBeCloseTo(Math.exp(2) / (Math.exp(2) + 5), 6);
});

test('an unknown length leaves the share at 0', async () => {
  const { tools, task, shares } = setUp({ frames: 2, duration: null });
  await evaluateClip(task, tools);
  expect(shares).toEqual([0, 0]);
});

test('the next frame is handed over before the last one is back', async () => {
  const { tools, task, times, clock } = setUp({ frames: 3 });
  const answers: (() => void)[] = [];
  const held: ClipTools = {
    ...tools,
    analyse: async (image, capturedAt) => {
      const analysis = tools.analyse(image, capturedAt);
      await new Promise<void>((resolve) => answers.push(resolve));
      return analysis;
    },
  };
  const evaluated = evaluateClip(task, held);
  await vi.waitFor(() => {
    expect(times).toHaveLength(2);
  });
  clock.pause();
  for (const answer of answers) answer();
  await vi.waitFor(() => {
    expect(answers).toHaveLength(2);
  });
  clock.resume();
  await vi.waitFor(() => {
    expect(answers).toHaveLength(3);
  });
  answers[2]!();
  expect((await evaluated).read).toBe(3);
});

test('a frame that fails is waited for with the one behind it', async () => {
  const { tools, task } = setUp({ frames: 9 });
  let open = 0;
  const failing: ClipTools = {
    ...tools,
    analyse: async (image, capturedAt) => {
      open += 1;
      const analysis = await tools.analyse(image, capturedAt);
      if (capturedAt > 0) await new Promise((resolve) => setTimeout(resolve, 5));
      open -= 1;
      if (capturedAt === 0) throw new Error('broken');
      return analysis;
    },
  };
  await expect(evaluateClip(task, failing)).rejects.toThrow('broken');
  expect(open).toBe(0);
});

test('an abort ends it after the frame at work, and closes the clip', async () => {
  const { tools, task, times, controller, decoder } = setUp({ frames: 10 }, (frame) => {
    if (frame === 2) controller.abort();
    return HAPPY;
  });
  await expect(evaluateClip(task, tools)).rejects.toMatchObject({ name: 'AbortError' });
  expect(times).toHaveLength(3);
  expect(decoder.opened[0]?.closed).toBe(true);
});

test('a pause holds it between two frames', async () => {
  const { tools, task, times, clock } = setUp({ frames: 5 }, (frame) => {
    if (frame === 1) clock.pause();
    return HAPPY;
  });
  const evaluated = evaluateClip(task, tools);
  await new Promise((resolve) => setTimeout(resolve));
  expect(times).toHaveLength(2);
  clock.resume();
  expect((await evaluated).read).toBe(5);
});

test('the same clip twice gives the same result', async () => {
  const reading = (frame: number): Logits => [frame * 0.1, 1, 0, 2 - frame, 0, 0.3];
  const [one, other] = [setUp({ frames: 9 }, reading), setUp({ frames: 9 }, reading)];
  expect(await evaluateClip(one.task, one.tools)).toEqual(
    await evaluateClip(other.task, other.tools),
  );
});
