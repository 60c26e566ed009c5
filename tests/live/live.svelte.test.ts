import { flushSync } from 'svelte';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { ReadySetup } from '../../src/client/ready-setup.ts';
import { FailureError } from '../../src/core/session/failure.ts';
import { Live } from '../../src/live/live.svelte.ts';
import { StoredSettings } from '../../src/storage/settings.svelte.ts';
import type { AnalyserMessage } from '../../src/analyser/messages.ts';
import { analysedFace, analysisWith } from '../support/analyses.ts';
import { fakeAnalyser, READY, type FakeAnalyser } from '../support/fake-analyser.ts';
import { fakePage, type FakePage } from '../support/fake-page.ts';
import { FakeSource } from '../support/fake-source.ts';
import { FakeWorker } from '../support/fake-worker.ts';

const opened = vi.hoisted(() => ({
  camera: vi.fn<(wish: unknown) => Promise<unknown>>(),
  drawnFace: vi.fn<() => unknown>(),
}));
vi.mock('../../src/sources/camera.ts', () => ({ openCamera: opened.camera }));
vi.mock('../../src/sources/drawn-face.ts', () => ({ openDrawnFace: opened.drawnFace }));

/** Happiness above all, in the order of the labels. */
const HAPPY = [0, 0, 0, 4, 0, 0] as const;

/** By nobody who could read it. */
const FOUND = analysedFace(1, true);

const isLoad = (message: AnalyserMessage) => message.type === 'load';

let page: FakePage;
let sources: FakeSource[];

beforeEach(() => {
  vi.clearAllMocks();
  page = fakePage();
  sources = [];
  opened.camera.mockImplementation(() => Promise.resolve(openedSource('camera')));
  opened.drawnFace.mockImplementation(() => openedSource('drawn'));
});

function openedSource(kind: 'camera' | 'drawn'): FakeSource {
  const source = new FakeSource(kind);
  sources.push(source);
  return source;
}

function openLive(worker: () => FakeAnalyser = () => fakeAnalyser(() => HAPPY)) {
  const workers: FakeAnalyser[] = [];
  const settings = new StoredSettings(null);
  const live = new Live({
    settings,
    pack: { kind: 'shipped', id: 'test-pack' },
    readySetup: new ReadySetup(null, 'index.js'),
    spawn: () => {
      const spawned = worker();
      workers.push(spawned);
      return spawned;
    },
  });
  onTestFinished(() => {
    live.close();
  });
  const change = (patch: Parameters<StoredSettings['change']>[0]) => {
    settings.change(patch);
    flushSync();
  };
  return { live, workers, change };
}

/** The newest source offers a frame; resolves once it is read. */
async function readFrame(live: Live, at = performance.now()): Promise<void> {
  sources.at(-1)?.events?.frame(at);
  await vi.waitFor(() => {
    expect(live.analysis?.capturedAt).toBe(at);
  });
}

/** Breaks down with its first frame, as a worker out of memory. */
function breakingAnalyser(): FakeAnalyser {
  const worker = fakeAnalyser(() => {
    queueMicrotask(() => {
      worker.crash('out of memory');
    });
    return null;
  });
  return worker;
}

test('a run goes from opening over loading to running, and its frames are read', async () => {
  const { live } = openLive();
  expect(live.session.state).toBe('idle');
  const started = live.startDrawnFace();
  expect(live.session).toEqual({ state: 'opening', source: 'drawn', long: false });
  await started;
  expect(live.session).toMatchObject({ state: 'running', backend: { kind: 'wasm' } });
  await readFrame(live);
  expect(live.shown.reading?.prediction).toEqual([{ emotion: 'hap', salience: 100 }]);
  expect(live.history).toHaveLength(1);
});

test('faces are shown while the model that is to read them is loaded', async () => {
  const worker: FakeAnalyser = new FakeWorker(({ type }) => (type === 'frame' ? found : null));
  const found = { type: 'analysis', analysis: analysisWith(1, FOUND) };
  const { live } = openLive(() => worker);
  const started = live.startDrawnFace();
  await vi.waitFor(() => {
    expect(worker.count('load')).toBe(1);
  });
  worker.say({ type: 'locates' });
  sources[0]?.events?.frame(1);
  await vi.waitFor(() => {
    expect(live.shownFrame?.faces).toEqual([FOUND]);
  });
  expect(live.session.state).toBe('loading');
  expect([live.shown.reading, live.history]).toEqual([null, []]);
  const events = sources[0]?.events;
  // No more than five a second: the model comes first.
  sources[0]?.events?.frame(34);
  await Promise.resolve();
  expect(worker.count('frame')).toBe(1);
  worker.say({ ...READY, id: worker.asked.find(isLoad)!.id });
  await started;
  expect(live.session.state).toBe('running');
  expect(live.shownFrame?.faces).toEqual([FOUND]);
  // A camera's track is tapped once, and every frame that comes now is read.
  expect(sources[0]?.events).toBe(events);
  sources[0]?.events?.frame(67);
  await vi.waitFor(() => {
    expect(worker.count('frame')).toBe(2);
  });
});

test('a camera that is unplugged while the model is loaded is waited for', async () => {
  const worker: FakeAnalyser = new FakeWorker(() => null);
  const { live } = openLive(() => worker);
  const started = live.startDrawnFace();
  await vi.waitFor(() => {
    expect(worker.count('load')).toBe(1);
  });
  worker.say({ type: 'locates' });
  sources[0]?.events?.lost('unplugged');
  worker.say({ ...READY, id: worker.asked.find(isLoad)!.id });
  await started;
  expect(live.session).toMatchObject({ state: 'waiting', reason: 'unplugged' });
  sources[0]?.events?.resumed();
  expect(live.session.state).toBe('running');
});

test('stop gives the source back and forgets what was read', async () => {
  const { live, workers } = openLive();
  await live.startDrawnFace();
  await readFrame(live);
  live.stop();
  expect(sources[0]?.closed).toBe(true);
  expect(live.session.state).toBe('idle');
  expect(live.history).toEqual([]);
  expect(live.shown.reading).toBeNull();
  await live.startDrawnFace();
  expect(workers).toHaveLength(1);
});

test('a source that opens after stop is closed and not played', async () => {
  const { live } = openLive();
  let give: (source: FakeSource) => void = () => undefined;
  opened.camera.mockReturnValue(new Promise((resolve) => (give = resolve)));
  const started = live.startCamera();
  live.stop();
  const late = new FakeSource('camera');
  give(late);
  await started;
  expect(late.closed).toBe(true);
  expect(live.session.state).toBe('idle');
});

test('a source that cannot be opened fails the run, and retry opens it again', async () => {
  const { live } = openLive();
  opened.camera.mockRejectedValueOnce(new FailureError({ kind: 'camera-busy' }));
  await live.startCamera();
  expect(live.session).toEqual({ state: 'failed', failure: { kind: 'camera-busy' } });
  await live.retry();
  expect(live.session.state).toBe('running');
});

test('an opening of more than ten seconds says so', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { live } = openLive();
  opened.camera.mockReturnValue(new Promise(() => undefined));
  void live.startCamera();
  await vi.advanceTimersByTimeAsync(9_900);
  expect(live.session).toMatchObject({ state: 'opening', long: false });
  await vi.advanceTimersByTimeAsync(200);
  expect(live.session).toMatchObject({ state: 'opening', long: true });
});

test('a broken worker is rebuilt under the running source, the third time it fails', async () => {
  const { live, workers } = openLive(breakingAnalyser);
  await live.startDrawnFace();
  for (const built of [2, 3]) {
    sources[0]?.events?.frame(1);
    await vi.waitFor(() => {
      expect(workers).toHaveLength(built);
      expect(live.session.state).toBe('running');
    });
    expect(live.notice).toEqual({ kind: 'analyser-restarted' });
  }
  sources[0]?.events?.frame(2);
  await vi.waitFor(() => {
    expect(live.session).toEqual({
      state: 'failed',
      failure: { kind: 'analyser-crashed', reason: 'out of memory' },
    });
  });
  expect(sources).toHaveLength(1);
  expect(sources[0]?.closed).toBe(true);
});

test('a hidden page rests and goes on when it is shown', async () => {
  const { live } = openLive();
  await live.startDrawnFace();
  await readFrame(live);
  page.show(false);
  expect(live.session).toMatchObject({ state: 'waiting', reason: 'hidden' });
  expect(sources[0]?.events).toBeNull();
  expect(live.shown.reading).toBeNull();
  page.show(true);
  expect(live.session.state).toBe('running');
  await readFrame(live);
});

test('a lost source mutes the reading until it resumes', async () => {
  const { live } = openLive();
  await live.startCamera();
  await readFrame(live);
  sources[0]?.events?.lost('no-picture');
  expect(live.session).toMatchObject({ state: 'waiting', reason: 'no-picture' });
  expect(live.shown.reading).toBeNull();
  expect(live.notice).toBeNull();
  sources[0]?.events?.resumed();
  expect(live.session.state).toBe('running');
  sources[0]?.events?.lost('unplugged');
  expect(live.notice).toEqual({ kind: 'camera-unplugged' });
  sources[0]?.events?.resumed();
  expect(live.notice).toEqual({ kind: 'camera-returned' });
  await readFrame(live);
});

test('a frame that is analysed when its source is lost is not shown', async () => {
  const { live, workers } = openLive();
  await live.startCamera();
  sources[0]?.events?.frame(1);
  sources[0]?.events?.lost('unplugged');
  await vi.waitFor(() => {
    expect(workers[0]?.count('frame')).toBe(1);
  });
  await Promise.resolve();
  expect(live.shown.reading).toBeNull();
});

test('where the page’s clock falls, all that was read by it is forgotten and reading starts over', async () => {
  const { live, workers } = openLive();
  await live.startCamera();
  await readFrame(live, 50_000);
  await readFrame(live, 50_300);
  expect(live.history).toHaveLength(2);
  sources[0]?.events?.frame(3000);
  expect([live.history, live.shown.reading]).toEqual([[], null]);
  await vi.waitFor(() => {
    expect(live.session.state).toBe('running');
  });
  await readFrame(live, 3100);
  expect(live.shown.reading?.prediction).toEqual([{ emotion: 'hap', salience: 100 }]);
  expect(live.history.map(({ at }) => at)).toEqual([3100]);
  expect(sources).toHaveLength(1);
  // The same worker, which has forgotten its faces once more.
  expect(workers).toHaveLength(1);
  expect(workers[0]?.count('reset')).toBe(2);
});

test('a frame that comes a little out of turn starts nothing over', async () => {
  const { live, workers } = openLive();
  await live.startCamera();
  await readFrame(live, 50_000);
  await readFrame(live, 49_200);
  expect(live.history).toHaveLength(1);
  expect(workers[0]?.count('reset')).toBe(1);
});

test('another camera in the settings is opened, where a camera runs', async () => {
  const { live, change } = openLive();
  await live.startDrawnFace();
  change({ camera: 'second' });
  expect(opened.camera).not.toHaveBeenCalled();
  await live.startCamera();
  change({ camera: 'third' });
  await vi.waitFor(() => {
    expect(sources).toHaveLength(3);
    expect(live.session.state).toBe('running');
  });
  expect(opened.camera.mock.lastCall?.[0]).toEqual({ id: 'third', facing: 'user' });
  expect(sources[1]?.closed).toBe(true);
});

test('another range in the settings rebuilds the analyser under the same source', async () => {
  const { live, workers, change } = openLive();
  await live.startDrawnFace();
  change({ range: 'full' });
  await vi.waitFor(() => {
    expect(workers).toHaveLength(2);
    expect(live.session.state).toBe('running');
  });
  expect(sources).toHaveLength(1);
});

test('settings that only change how a reading is shown rebuild nothing', async () => {
  const { live, workers, change } = openLive();
  await live.startDrawnFace();
  change({ alpha: 0.4, hud: true, everyone: true });
  await readFrame(live);
  expect(workers).toHaveLength(1);
});

test('close gives back the source, the worker, and every listener', async () => {
  const { live, workers, change } = openLive();
  await live.startCamera();
  expect(page.listeners()).toBe(1);
  live.close();
  expect(sources[0]?.closed).toBe(true);
  expect(workers[0]?.terminated).toBe(true);
  expect(page.listeners()).toBe(0);
  expect(page.devices.count).toBe(0);
  change({ range: 'full', camera: 'second' });
  expect(workers).toHaveLength(1);
});
