import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Analyser, type WorkerPort } from '../../src/live/analyser.ts';
import type { AnalyserRequest, AnalyserResponse, FrameImage } from '../../src/pipeline/messages.ts';

const SETUP = {
  packUrl: 'x',
  head: null,
  backend: 'auto',
  range: 'short',
  purpose: 'live',
} as const;
const OPTIONS = { detection: 'always', everyone: false, crops: false } as const;

class FakeWorker implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  readonly asked: AnalyserRequest[] = [];
  terminated = false;

  postMessage(request: AnalyserRequest): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.terminated = true;
  }
  say(response: AnalyserResponse): void {
    this.onmessage?.call(this as unknown as Worker, { data: response } as MessageEvent);
  }
  crash(message: string): void {
    const event = { message, preventDefault: () => undefined };
    this.onerror?.call(this as unknown as Worker, event as unknown as ErrorEvent);
  }
}

function frame(): FrameImage & { closed: boolean } {
  const image = { closed: false, close: () => void (image.closed = true) };
  return image as unknown as FrameImage & { closed: boolean };
}

let worker: FakeWorker;
let visible: boolean;
let analyser: Analyser;
const progress = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  worker = new FakeWorker();
  visible = true;
  analyser = new Analyser(worker, { progress, notice: vi.fn() }, () => visible);
});
afterEach(() => {
  vi.useRealTimers();
});

test('a failed answer rejects with its failure and returns the credit', async () => {
  const first = analyser.analyse(frame(), 0, OPTIONS);
  worker.say({ type: 'failed', failure: { kind: 'model-not-finite', pack: 'p' } });
  await expect(first).rejects.toMatchObject({ failure: { kind: 'model-not-finite', pack: 'p' } });
  void analyser.analyse(frame(), 1, OPTIONS);
  expect(worker.asked).toHaveLength(2);
});

test('a second question while one is open is refused and its frame closed', async () => {
  void analyser.analyse(frame(), 0, OPTIONS);
  const second = frame();
  await expect(analyser.analyse(second, 1, OPTIONS)).rejects.toThrow();
  expect(second.closed).toBe(true);
  expect(worker.asked).toHaveLength(1);
});

test('five silent seconds on a frame end the worker', async () => {
  const answer = expect(analyser.analyse(frame(), 0, OPTIONS)).rejects.toMatchObject({
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
  const answer = analyser.analyse(frame(), 0, OPTIONS);
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
    worker.say({ type: 'progress', progress: { loaded: second, total: 1000 } });
  }
  expect(worker.terminated).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  await loading;
  expect(progress).toHaveBeenCalledTimes(4);
});

test('a crash rejects what is open and everything after, closing its frames', async () => {
  const open = analyser.analyse(frame(), 0, OPTIONS);
  worker.crash('out of memory');
  await expect(open).rejects.toMatchObject({
    failure: { kind: 'analyser-crashed', reason: 'out of memory' },
  });
  const late = frame();
  await expect(analyser.analyse(late, 1, OPTIONS)).rejects.toMatchObject({
    failure: { kind: 'analyser-crashed' },
  });
  expect(late.closed).toBe(true);
});
