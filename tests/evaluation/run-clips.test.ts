import { describe, expect, test } from 'vitest';
import type { Backend } from '../../src/core/session/backend.ts';
import { FailureError, type Failure } from '../../src/core/session/failure.ts';
import type { Analysis, FaceOutput } from '../../src/core/reading/analysis.ts';
import type { Logits } from '../../src/core/blemore/emotions.ts';
import { ClipProblemError } from '../../src/evaluation/clip-problem.ts';
import type { ClipOutcome } from '../../src/evaluation/clip-state.ts';
import type { KeptOutcome } from '../../src/evaluation/result-store.ts';
import { RunClock } from '../../src/evaluation/run-clock.ts';
import { runClips, type RunEvents, type RunTools } from '../../src/evaluation/run-clips.ts';
import type { RunSettings } from '../../src/evaluation/run-settings.ts';
import type { LoadedReader } from '../../src/analyser/messages.ts';
import { analysedFace, analysisWith } from '../support/analyses.ts';
import { analysisOf, fakeDecoder, fakeFile, resultOf } from '../support/evaluation-clips.ts';
import { PACK } from '../support/networks.ts';

const HAPPY: Logits = [0, 0, 0, 3, 0, 0];
const SETUP = {
  pack: { kind: 'shipped', id: 'x' },
  head: null,
  backend: 'auto',
  range: 'short',
  purpose: 'evaluation',
} as const;
const SETTINGS: RunSettings = {
  packSha256: 'p',
  head: null,
  backend: 'webgpu',
  range: 'short',
  detection: 'unsure',
  every: 1,
};
const CRASHED: Failure = { kind: 'analyser-crashed', reason: 'out of memory' };

/** Reads every face as happy; what is in `failures` comes first, frame by frame. */
class FakeHost {
  readonly log: string[] = [];
  readonly failures: (Failure | null)[] = [];
  rebuilds = 1;
  /** Before which of all frames the GPU is lost, counted from 1. */
  readonly losses: number[] = [];
  backend: Backend = { kind: 'webgpu', adapter: 'test' };
  rebuilt: Failure | null = null;
  #frames = 0;
  #lost = false;

  load(): Promise<LoadedReader> {
    this.log.push('load');
    return Promise.resolve({ backend: this.backend, pack: PACK, packSha256: 'ab12' });
  }
  recover(): Promise<Backend> {
    this.log.push('recover');
    if (this.#lost && this.rebuilt !== null) return Promise.reject(new FailureError(this.rebuilt));
    if (this.#lost) this.backend = { kind: 'wasm', adapter: null };
    this.#lost = false;
    return Promise.resolve(this.backend);
  }
  async analyse(image: VideoFrame | ImageBitmap, capturedAt: number): Promise<Analysis> {
    this.log.push('frame');
    image.close();
    const failure = this.failures.shift() ?? null;
    await Promise.resolve();
    if (failure !== null) throw new FailureError(failure);
    this.#lost ||= this.losses.includes((this.#frames += 1));
    if (this.#lost) {
      const output = { kind: 'unavailable', reason: 'rebuilding' } as const;
      return analysisWith(capturedAt, analysedFace(2, true, output));
    }
    return analysisOf(capturedAt, HAPPY);
  }
  finish(): Promise<readonly FaceOutput[]> {
    return Promise.resolve([]);
  }
  mayRebuild({ kind }: Failure): boolean {
    if (kind === 'model-not-finite' || this.rebuilds === 0) return false;
    this.rebuilds -= 1;
    return true;
  }
  close(): void {
    this.log.push('close');
  }
}

function setUp(errors?: ReadonlyMap<string, Error>) {
  const host = new FakeHost();
  const store = new Map<string, KeptOutcome>();
  const outcomes: [string, ClipOutcome][] = [];
  const rebuilding: Failure[] = [];
  const tools: RunTools = {
    host,
    open: fakeDecoder(errors).open,
    clock: new RunClock(() => 0),
    kept: {
      get: (key) => Promise.resolve(store.get(key)),
      put: (key, outcome) => Promise.resolve(void store.set(key, outcome)),
    },
  };
  const events: RunEvents = {
    clipStarted: () => undefined,
    clipProgressed: () => undefined,
    clipEnded: (file, outcome) => outcomes.push([file.name, outcome]),
    rebuilding: (failure) => rebuilding.push(failure),
  };
  const run = (clips: readonly File[], signal = new AbortController().signal, packSha256 = 'p') =>
    runClips(
      { clips, setup: SETUP, every: 1, detection: 'unsure', settings: { ...SETTINGS, packSha256 } },
      tools,
      events,
      signal,
    );
  return { host, store, outcomes, rebuilding, events, run };
}

const clip = (name: string, frames = 2) => fakeFile(name, { frames });

test('clips come one after the other, and the analyser forgets between them', async () => {
  const { run, host, outcomes } = setUp();
  await run([clip('a.mov'), clip('b.mov', 3)]);
  expect(host.log).toEqual([
    'load',
    'recover',
    'frame',
    'frame',
    'load',
    'recover',
    'frame',
    'frame',
    'frame',
  ]);
  expect(outcomes.map(([name, { state }]) => [name, state])).toEqual([
    ['a.mov', 'finished'],
    ['b.mov', 'finished'],
  ]);
});

describe('clips without a result do not stop the run', () => {
  test('undecodable, with its reason', async () => {
    const bad = fakeFile('bad.mov', { frames: 0 }, 'bad');
    const problem = { kind: 'no-video' } as const;
    const errors = new Map([[await bad.text(), new ClipProblemError(problem)]]);
    const { run, outcomes, store } = setUp(errors);
    await run([bad, clip('good.mov')]);
    expect(outcomes[0]).toEqual(['bad.mov', { state: 'failed', problem }]);
    expect(outcomes[1]?.[1].state).toBe('finished');
    expect(store.size).toBe(1);
  });

  test('unreadable', async () => {
    const gone = clip('gone.mov');
    gone.slice = () => {
      throw new DOMException('gone', 'NotReadableError');
    };
    const { run, outcomes } = setUp();
    await run([gone, clip('good.mov')]);
    expect(outcomes[0]?.[1]).toEqual({ state: 'failed', problem: { kind: 'unreadable' } });
    expect(outcomes[1]?.[1].state).toBe('finished');
  });
});

describe('what is kept', () => {
  test('a kept clip is not analysed again, whatever it is called now', async () => {
    const { run, host, outcomes } = setUp();
    await run([clip('a.mov')]);
    host.log.length = 0;
    await run([clip('renamed.mov')]);
    expect(host.log).toEqual([]);
    expect(outcomes[1]?.[1]).toMatchObject({ state: 'finished', restored: true });
  });

  test('other settings or another pack are another result', async () => {
    const { run, host } = setUp();
    await run([clip('a.mov')]);
    host.log.length = 0;
    await run([clip('a.mov')], undefined, 'other');
    expect(host.log).toEqual(['load', 'recover', 'frame', 'frame']);
  });

  test('that there is no face is kept as well', async () => {
    const { run, host, store, outcomes } = setUp();
    const problem = { kind: 'no-face', frames: 2 } as const;
    await run([clip('a.mov')]);
    for (const key of store.keys()) store.set(key, { state: 'failed', problem });
    host.log.length = 0;
    await run([clip('a.mov')]);
    expect(outcomes[1]?.[1]).toEqual({ state: 'failed', problem });
    expect(host.log).toEqual([]);
  });

  test('a kept result is given back as it was', async () => {
    const { run, store, outcomes } = setUp();
    await run([clip('a.mov')]);
    const result = resultOf(HAPPY, 7);
    for (const key of store.keys()) store.set(key, { state: 'finished', result });
    await run([clip('a.mov')]);
    expect(outcomes[1]?.[1]).toEqual({ state: 'finished', result, restored: true });
  });
});

describe('when the analyser breaks down', () => {
  test('it is rebuilt and the clip read once more from its beginning', async () => {
    const { run, host, outcomes, rebuilding } = setUp();
    host.failures.push(null, CRASHED);
    await run([clip('a.mov', 3)]);
    expect(host.log).toEqual([
      'load',
      'recover',
      'frame',
      'frame',
      'frame',
      'close',
      'load',
      'recover',
      'frame',
      'frame',
      'frame',
    ]);
    expect(rebuilding).toEqual([CRASHED]);
    expect(outcomes[0]?.[1]).toMatchObject({ state: 'finished', result: { read: 3 } });
  });

  test('a clip that breaks it twice is listed, and the next gets a new one', async () => {
    const { run, host, outcomes, store } = setUp();
    host.failures.push(CRASHED, CRASHED);
    await run([clip('a.mov', 1), clip('b.mov', 1)]);
    const problem = { kind: 'analysis-failed', failure: CRASHED };
    expect(outcomes[0]).toEqual(['a.mov', { state: 'failed', problem }]);
    expect(outcomes[1]?.[1].state).toBe('finished');
    expect(host.log).toEqual([
      'load',
      'recover',
      'frame',
      'close',
      'load',
      'recover',
      'frame',
      'close',
      'load',
      'recover',
      'frame',
    ]);
    expect(store.size).toBe(1);
  });

  test('numbers that are none are not tried again', async () => {
    const { run, host, outcomes, rebuilding } = setUp();
    const failure: Failure = { kind: 'model-not-finite', pack: 'p' };
    host.failures.push(failure);
    await run([clip('a.mov')]);
    expect(outcomes[0]?.[1]).toEqual({
      state: 'failed',
      problem: { kind: 'analysis-failed', failure },
    });
    expect(rebuilding).toEqual([]);
  });

  test('one that cannot be built ends the run', async () => {
    const { run, host, outcomes } = setUp();
    host.load = () => Promise.reject(new FailureError(CRASHED));
    await expect(run([clip('a.mov'), clip('b.mov')])).rejects.toMatchObject({ failure: CRASHED });
    expect(outcomes).toEqual([]);
  });
});

describe('when the GPU is lost in the middle of a clip', () => {
  test('the model is waited for, and the clip read again from its beginning', async () => {
    const { run, host, outcomes, store } = setUp();
    host.losses.push(2);
    await run([clip('a.mov', 3), clip('b.mov', 1)]);
    const [, first] = outcomes[0]!;
    expect(first).toMatchObject({ state: 'finished', result: { read: 3, backend: 'wasm' } });
    expect(host.log.filter((entry) => entry !== 'frame')).toEqual(
      Array.from({ length: 3 }, () => ['load', 'recover']).flat(),
    );
    expect(host.log.slice(0, 3)).toEqual(['load', 'recover', 'frame']);
    const backends = [...store.keys()].map((key) => /"(webgpu|wasm)"/.exec(key)?.[1]);
    expect(backends).toEqual(['wasm', 'wasm']);
  });

  test('what was made before is known again under the backend that made it', async () => {
    const { run, host, store } = setUp();
    host.losses.push(3);
    const clips = [clip('a.mov', 2), clip('b.mov', 3)];
    await run(clips);
    const backends = [...store.keys()].map((key) => /"(webgpu|wasm)"/.exec(key)?.[1]);
    expect(backends).toEqual(['webgpu', 'wasm']);
    expect(
      [...store.values()].map((kept) => kept.state === 'finished' && kept.result.backend),
    ).toEqual(backends);
  });

  test('a model that keeps being lost is said to be, and nothing is kept', async () => {
    const { run, host, outcomes, store } = setUp();
    host.losses.push(...Array.from({ length: 99 }, (_, i) => i + 1));
    await run([clip('a.mov', 2)]);
    const problem = { kind: 'model-unavailable', reads: 3 };
    expect(outcomes).toEqual([['a.mov', { state: 'failed', problem }]]);
    expect(store.size).toBe(0);
  });

  test('a model that cannot be rebuilt is a problem by its own name', async () => {
    const { run, host, outcomes, store } = setUp();
    host.losses.push(2);
    host.rebuilt = { kind: 'model-not-finite', pack: 'p' };
    await run([clip('a.mov', 2)]);
    const problem = { kind: 'analysis-failed', failure: host.rebuilt };
    expect(outcomes).toEqual([['a.mov', { state: 'failed', problem }]]);
    expect(store.size).toBe(0);
  });
});

test('an abort ends the run with the clip at work, which is neither told nor kept', async () => {
  const { run, host, events, outcomes, store } = setUp();
  const controller = new AbortController();
  events.clipProgressed = () => {
    if (host.log.filter((entry) => entry === 'frame').length >= 3) controller.abort();
  };
  const ended = run([clip('a.mov'), clip('b.mov', 9), clip('c.mov')], controller.signal);
  await expect(ended).rejects.toMatchObject({ name: 'AbortError' });
  expect(outcomes.map(([name]) => name)).toEqual(['a.mov']);
  expect(store.size).toBe(1);
});

test('a worker that was closed under an aborted run is not rebuilt', async () => {
  const { run, host, events, rebuilding } = setUp();
  const controller = new AbortController();
  host.failures.push(CRASHED);
  events.clipStarted = () => controller.abort();
  await expect(run([clip('a.mov')], controller.signal)).rejects.toMatchObject({
    name: 'AbortError',
  });
  expect(rebuilding).toEqual([]);
});
