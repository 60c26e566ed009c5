import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Analyser } from '../../src/client/analyser-client.ts';
import type { AnalyserMessage } from '../../src/analyser/messages.ts';
import { analysisWith } from '../support/analyses.ts';
import { FakeWorker } from '../support/fake-worker.ts';
import { frameImage } from '../support/frames.ts';
import { PACK } from '../support/networks.ts';

const SETUP = {
  pack: { kind: 'shipped', id: 'x' },
  head: null,
  backend: 'auto',
  range: 'short',
  purpose: 'live',
} as const;
const OPTIONS = { detection: 'always', everyone: false, crops: false } as const;

const TOO_MUCH = {
  failure: { kind: 'unexpected', reason: 'The analyser was asked too much at once.' },
};

let worker: FakeWorker<AnalyserMessage>;
/** Says it of the oldest request that has not been answered. */
function say(response: object): void {
  worker.say({ ...response, id: (answered += 1) });
}

let answered: number;
let visible: boolean;
let analyser: Analyser;
const progress = vi.fn();
const locates = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  worker = new FakeWorker();
  answered = 0;
  progress.mockClear();
  locates.mockClear();
  visible = true;
  analyser = new Analyser(worker, { progress, notice: vi.fn(), locates }, () => visible);
});
afterEach(() => {
  vi.useRealTimers();
});

test('a failed answer rejects with its failure and returns the credit', async () => {
  const first = analyser.analyse(frameImage(), 0, OPTIONS);
  say({ type: 'failed', failure: { kind: 'model-not-finite', pack: 'p' } });
  await expect(first).rejects.toMatchObject({ failure: { kind: 'model-not-finite', pack: 'p' } });
  void analyser.analyse(frameImage(), 1, OPTIONS);
  expect(worker.asked).toHaveLength(2);
});

test('a frame may wait behind another one; they are answered in order', async () => {
  const [first, second] = [
    analyser.analyse(frameImage(), 0, OPTIONS),
    analyser.analyse(frameImage(), 1, OPTIONS),
  ];
  expect(worker.asked).toHaveLength(2);
  say({ type: 'analysis', analysis: analysisWith(0) });
  say({ type: 'failed', failure: { kind: 'model-not-finite', pack: 'p' } });
  expect((await first).capturedAt).toBe(0);
  await expect(second).rejects.toMatchObject({ failure: { kind: 'model-not-finite' } });
});

test('what is more than that is refused, and its frame closed', async () => {
  const open = [
    analyser.analyse(frameImage(), 0, OPTIONS),
    analyser.analyse(frameImage(), 1, OPTIONS),
  ];
  const third = frameImage();
  await expect(analyser.analyse(third, 2, OPTIONS)).rejects.toMatchObject(TOO_MUCH);
  expect(third.closed).toBe(true);
  await expect(analyser.load(SETUP)).rejects.toMatchObject(TOO_MUCH);
  expect(worker.asked).toHaveLength(2);
  worker.crash('over');
  for (const answer of open) await expect(answer).rejects.toThrow();
});

test('while it loads no frame is taken', async () => {
  const loading = analyser.load(SETUP);
  await expect(analyser.analyse(frameImage(), 0, OPTIONS)).rejects.toMatchObject(TOO_MUCH);
  const backend = { kind: 'wasm', adapter: null } as const;
  say({ type: 'ready', backend, pack: PACK, packSha256: 'ab12' });
  await loading;
  void analyser.analyse(frameImage(), 1, OPTIONS);
  expect(worker.asked).toHaveLength(2);
});

test('while it loads, frames are taken one at a time from when it finds faces', async () => {
  const loading = analyser.load(SETUP);
  worker.say({ type: 'locates' });
  expect(locates).toHaveBeenCalledOnce();
  expect(analyser.onlyLocates).toBe(true);
  const found = analyser.analyse(frameImage(), 0, OPTIONS);
  worker.say({ id: 2, type: 'analysis', analysis: analysisWith(0) });
  expect((await found).capturedAt).toBe(0);
  // However long the load lasts, a frame behind it is no sign of silence.
  void analyser.analyse(frameImage(), 1, OPTIONS);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(analyser.dead).toBe(false);
  const backend = { kind: 'wasm', adapter: null } as const;
  worker.say({ id: 1, type: 'ready', backend, pack: PACK, packSha256: 'ab12' });
  await loading;
  expect(analyser.onlyLocates).toBe(false);
});

test('five silent seconds count from the last answer', async () => {
  const [first, second] = [
    analyser.analyse(frameImage(), 0, OPTIONS),
    analyser.analyse(frameImage(), 1, OPTIONS),
  ];
  const ended = expect(second).rejects.toMatchObject({ failure: { kind: 'analyser-silent' } });
  await vi.advanceTimersByTimeAsync(4000);
  say({ type: 'analysis', analysis: analysisWith(0) });
  await first;
  await vi.advanceTimersByTimeAsync(4900);
  expect(worker.terminated).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  await ended;
});

test('five silent seconds on a frame end the worker', async () => {
  const answer = expect(analyser.analyse(frameImage(), 0, OPTIONS)).rejects.toMatchObject({
    failure: { kind: 'analyser-silent', seconds: 5 },
  });
  await vi.advanceTimersByTimeAsync(4900);
  expect(worker.terminated).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  await answer;
  expect(worker.terminated).toBe(true);
  expect(analyser.dead).toBe(true);
});

test('silence on a hidden page means nothing', async () => {
  visible = false;
  const answer = analyser.analyse(frameImage(), 0, OPTIONS);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(worker.terminated).toBe(false);
  visible = true;
  const ended = expect(answer).rejects.toMatchObject({ failure: { kind: 'analyser-silent' } });
  await vi.advanceTimersByTimeAsync(5000);
  await ended;
});

test('progress keeps a long load alive', async () => {
  const loading = expect(analyser.load(SETUP)).rejects.toMatchObject({
    failure: { kind: 'analyser-silent', seconds: 60 },
  });
  for (let second = 0; second < 120; second += 30) {
    await vi.advanceTimersByTimeAsync(30_000);
    worker.say({ type: 'progress', id: 1, progress: { loaded: second, total: 1000 } });
  }
  expect(worker.terminated).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  await loading;
  expect(progress).toHaveBeenCalledTimes(4);
});

test('a crash rejects what is open and everything after, closing its frames', async () => {
  const open = analyser.analyse(frameImage(), 0, OPTIONS);
  worker.crash('out of memory');
  await expect(open).rejects.toMatchObject({
    failure: { kind: 'analyser-crashed', reason: 'out of memory' },
  });
  const late = frameImage();
  await expect(analyser.analyse(late, 1, OPTIONS)).rejects.toMatchObject({
    failure: { kind: 'analyser-crashed' },
  });
  expect(late.closed).toBe(true);
});

test('where the model is rebuilt its new backend is waited for, and is the one that is loaded', async () => {
  const loading = analyser.load(SETUP);
  say({ type: 'ready', backend: { kind: 'webgpu', adapter: 'a' }, pack: PACK, packSha256: null });
  await loading;
  const recovering = analyser.recover(new AbortController().signal);
  const backend = { kind: 'wasm', adapter: null } as const;
  worker.say({ type: 'progress', id: 2, progress: { loaded: 1, total: 1 } });
  worker.say({ type: 'notice', notice: { kind: 'webgpu-lost', now: 'wasm' }, backend });
  say({ type: 'recovered', backend });
  expect(await recovering).toEqual(backend);
  expect(analyser.loaded).toMatchObject({ backend });
  expect(progress).not.toHaveBeenCalled();
});

describe('a second reader', () => {
  const READER = { pack: { kind: 'shipped', id: 'y' }, head: 'linear' } as const;
  const LOADED = {
    backend: { kind: 'wasm', adapter: null },
    pack: PACK,
    packSha256: null,
  } as const;
  const unheard = () => undefined;

  test('is loaded while frames are analysed, and tells how far it is', async () => {
    const heard = vi.fn();
    const comparing = analyser.compare(READER, heard, new AbortController().signal);
    const analysed = analyser.analyse(frameImage(), 0, OPTIONS);
    expect(worker.asked.map(({ type }) => type)).toEqual(['compare', 'frame']);
    worker.say({ type: 'progress', id: 1, progress: { loaded: 1, total: 2 } });
    worker.say({ type: 'analysis', id: 2, analysis: analysisWith(0) });
    await analysed;
    worker.say({ type: 'compared', id: 1, reader: LOADED });
    expect(await comparing).toEqual(LOADED);
    expect(heard).toHaveBeenCalledWith({ loaded: 1, total: 2 });
    expect(progress).not.toHaveBeenCalled();
  });

  test('that is there is not loaded again', async () => {
    const { signal } = new AbortController();
    expect(await analyser.compare(null, unheard, signal)).toBeNull();
    expect(worker.asked).toEqual([]);
    const comparing = analyser.compare(READER, unheard, signal);
    say({ type: 'compared', reader: LOADED });
    await comparing;
    expect(await analyser.compare({ ...READER }, unheard, signal)).toEqual(LOADED);
    expect(worker.asked).toHaveLength(1);
  });

  test('that failed may be asked for again', async () => {
    const { signal } = new AbortController();
    const comparing = analyser.compare(READER, unheard, signal);
    say({ type: 'failed', failure: { kind: 'asset-missing', name: 'pack.json', status: 404 } });
    await expect(comparing).rejects.toMatchObject({ failure: { kind: 'asset-missing' } });
    void analyser.compare(READER, unheard, signal);
    expect(worker.asked).toHaveLength(2);
  });

  test('that is no longer wanted is cancelled, and another may be asked for at once', async () => {
    const stop = new AbortController();
    const comparing = analyser.compare(READER, unheard, stop.signal);
    stop.abort();
    await expect(comparing).rejects.toThrow('aborted');
    void analyser.compare(null, unheard, new AbortController().signal);
    expect(worker.asked.map(({ type }) => type)).toEqual(['compare', 'cancel', 'compare']);
  });
});
