import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { AnalyserMessage } from '../../src/analyser/messages.ts';
import { AnalyserSupervisor } from '../../src/client/supervisor.ts';
import { FakeWorker } from '../support/fake-worker.ts';
import { frameImage } from '../support/frames.ts';
import { PACK } from '../support/networks.ts';

const SETUP = {
  pack: { kind: 'shipped', id: 'test-pack' },
  head: null,
  backend: 'auto',
  range: 'short',
  purpose: 'live',
} as const;
const OPTIONS = { detection: 'always', everyone: false, crops: false } as const;
const WASM = { kind: 'wasm', adapter: null } as const;

let workers: FakeWorker<AnalyserMessage>[];
let supervisor: AnalyserSupervisor;
const restarted = vi.fn();

beforeEach(() => {
  restarted.mockClear();
  workers = [];
  const spawn = () => {
    const worker = new FakeWorker<AnalyserMessage>();
    workers.push(worker);
    return worker;
  };
  const events = { progress: vi.fn(), notice: vi.fn(), restarted };
  supervisor = new AnalyserSupervisor(spawn, events, () => true);
});

function newest(): FakeWorker<AnalyserMessage> {
  return workers.at(-1)!;
}

/** Answers the newest worker's load. */
function ready(): void {
  newest().say({ type: 'ready', id: 1, backend: WASM, pack: PACK, packSha256: 'ab12' });
}

/** Lets the supervisor hear of a crash and build the next worker. */
async function crash(): Promise<void> {
  const { length } = workers;
  newest().crash('boom');
  await vi.waitUntil(() => workers.length > length);
}

describe('buildBeside', () => {
  const OTHER = { ...SETUP, pack: { kind: 'stored', sha256: 'cd34' } } as const;
  const events = { progress: vi.fn(), notice: vi.fn() };
  const unaborted = new AbortController().signal;

  async function loaded(): Promise<void> {
    const loading = supervisor.load(SETUP);
    ready();
    await loading;
  }

  test('leaves the analyser that is there until the next load takes the other', async () => {
    await loaded();
    const building = supervisor.buildBeside(OTHER, events, unaborted);
    expect(workers).toHaveLength(2);
    ready();
    await building;
    expect(workers[0]!.terminated).toBe(false);
    await supervisor.load(OTHER);
    expect(workers).toHaveLength(2);
    expect(workers[0]!.terminated).toBe(true);
  });

  test('changes nothing where the other fails', async () => {
    await loaded();
    const building = supervisor.buildBeside(OTHER, events, unaborted);
    newest().say({ type: 'failed', id: 1, failure: { kind: 'model-not-finite', pack: 'a' } });
    await expect(building).rejects.toMatchObject({ failure: { kind: 'model-not-finite' } });
    expect(workers.map(({ terminated }) => terminated)).toEqual([false, true]);
    await supervisor.load(SETUP);
    expect(workers).toHaveLength(2);
  });

  test('ends the other at once when it is no longer wanted', async () => {
    const controller = new AbortController();
    const building = supervisor.buildBeside(OTHER, events, controller.signal);
    controller.abort();
    await expect(building).rejects.toMatchObject({ name: 'AbortError' });
    expect(newest().terminated).toBe(true);
  });

  test('the other is closed where something else is loaded', async () => {
    const building = supervisor.buildBeside(OTHER, events, unaborted);
    ready();
    await building;
    const loading = supervisor.load(SETUP);
    ready();
    await loading;
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  });
});

describe('load', () => {
  test('builds one analyser, and takes it again for the same setup, as if new', async () => {
    const [first, second] = [supervisor.load(SETUP), supervisor.load({ ...SETUP })];
    ready();
    expect(await first).toMatchObject({ backend: WASM });
    await second;
    await supervisor.load(SETUP);
    expect(workers).toHaveLength(1);
    expect(newest().asked.map(({ type }) => type)).toEqual(['load', 'reset', 'reset', 'reset']);
  });

  test('of another setup replaces it', async () => {
    const first = supervisor.load(SETUP);
    ready();
    await first;
    const second = supervisor.load({ ...SETUP, range: 'full' });
    ready();
    await second;
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  test('says where the model runs now', async () => {
    const first = supervisor.load(SETUP);
    newest().say({
      type: 'ready',
      id: 1,
      backend: { kind: 'webgpu', adapter: 'a' },
      pack: PACK,
      packSha256: 'ab12',
    });
    expect((await first).backend.kind).toBe('webgpu');
    newest().say({ type: 'notice', notice: { kind: 'webgpu-lost', now: 'wasm' }, backend: WASM });
    expect((await supervisor.load(SETUP)).backend).toEqual(WASM);
  });

  test('goes on over two breakdowns and fails with the third', async () => {
    const loading = supervisor.load(SETUP);
    const failed = expect(loading).rejects.toMatchObject({ failure: { kind: 'analyser-crashed' } });
    await crash();
    await crash();
    newest().crash('boom');
    await failed;
    expect(workers).toHaveLength(3);
    expect(restarted).toHaveBeenCalledTimes(2);
  });

  test('does not try a bad file again, and the next one starts anew', async () => {
    const loading = supervisor.load(SETUP);
    const failure = { kind: 'asset-corrupt', name: 'encoder.onnx' } as const;
    newest().say({ type: 'failed', id: 1, failure });
    await expect(loading).rejects.toMatchObject({ failure });
    const again = supervisor.load(SETUP);
    ready();
    await again;
    expect([workers.length, restarted.mock.calls.length]).toEqual([2, 0]);
  });
});

test('analyse before load closes the frame', async () => {
  const image = frameImage();
  await expect(supervisor.analyse(image, 0, OPTIONS)).rejects.toMatchObject({
    failure: { kind: 'analyser-crashed', reason: 'not loaded' },
  });
  expect(image.closed).toBe(true);
});

test('a breakdown may be rebuilt twice, until the visitor asks to try again', () => {
  const broken = { kind: 'analyser-silent', seconds: 5 } as const;
  const wrong = { kind: 'model-not-finite', pack: 'p' } as const;
  expect(supervisor.mayRebuild(wrong)).toBe(false);
  expect([1, 2, 3].map(() => supervisor.mayRebuild(broken))).toEqual([true, true, false]);
  supervisor.resetRestarts();
  expect(supervisor.mayRebuild(broken)).toBe(true);
});
