import { beforeEach, describe, expect, test, vi } from 'vitest';
import { RequestBridge } from '../../src/messaging/request-bridge.ts';
import { FakeWorker } from '../support/fake-worker.ts';
import { frameImage } from '../support/frames.ts';

type Question = { readonly type: 'add'; readonly to: number } | { readonly type: 'slow' };
type Answer = { readonly type: 'sum'; readonly value: number } | { readonly type: 'done' };
interface News {
  readonly type: 'news';
}

const BROKEN = { kind: 'analyser-crashed', reason: 'boom' } as const;

let worker: FakeWorker<Question>;
let bridge: RequestBridge<Question, Answer, number, News>;
const progress = vi.fn();
const event = vi.fn();
const alive = vi.fn();

beforeEach(() => {
  vi.resetAllMocks();
  worker = new FakeWorker();
  const accepts = (_: Question, open: readonly Question[]) => open.length < 2;
  bridge = new RequestBridge<Question, Answer, number, News>(worker, {
    name: 'calculator',
    accepts,
    progress,
    event,
    alive,
  });
});

describe('ask', () => {
  test('resolves with the answer of its id, in whatever order answers come', async () => {
    const first = bridge.ask({ type: 'add', to: 1 }, 'sum');
    const second = bridge.ask({ type: 'add', to: 2 }, 'sum');
    worker.say({ type: 'sum', value: 20, id: worker.idBefore() });
    worker.say({ type: 'sum', value: 10, id: worker.idBefore(1) });
    expect([(await first).value, (await second).value]).toEqual([10, 20]);
  });

  test('rejects with the failure that is the answer', async () => {
    const answer = bridge.ask({ type: 'slow' }, 'done');
    worker.say({ type: 'failed', failure: BROKEN, id: worker.idBefore() });
    await expect(answer).rejects.toMatchObject({ failure: BROKEN });
  });

  test('rejects an answer of another type', async () => {
    const answer = bridge.ask({ type: 'slow' }, 'done');
    worker.say({ type: 'sum', value: 1, id: worker.idBefore() });
    const reason = 'The calculator answered sum.';
    await expect(answer).rejects.toMatchObject({ failure: { kind: 'unexpected', reason } });
  });

  test('is refused where it is one too many, and closes what was to be handed over', async () => {
    const open = [bridge.ask({ type: 'slow' }, 'done'), bridge.ask({ type: 'slow' }, 'done')];
    const image = frameImage();
    const refused = bridge.ask({ type: 'slow' }, 'done', { transfer: [image] });
    const reason = 'The calculator was asked too much at once.';
    await expect(refused).rejects.toMatchObject({ failure: { kind: 'unexpected', reason } });
    expect([image.closed, worker.asked.length]).toEqual([true, 2]);
    bridge.close(BROKEN);
    for (const answer of open) await expect(answer).rejects.toMatchObject({ failure: BROKEN });
  });

  test('whose message cannot be posted rejects, and makes room for the next', async () => {
    const image = frameImage();
    worker.postMessage = () => {
      throw new DOMException('detached', 'DataCloneError');
    };
    const asked = bridge.ask({ type: 'slow' }, 'done', { transfer: [image] });
    await expect(asked).rejects.toMatchObject({ name: 'DataCloneError' });
    expect(image.closed).toBe(true);
    expect(alive).toHaveBeenLastCalledWith(null);
  });

  test('that is cancelled rejects with the reason and tells the worker, whose answer is ignored', async () => {
    const controller = new AbortController();
    const answer = bridge.ask({ type: 'slow' }, 'done', { signal: controller.signal });
    const id = worker.idBefore();
    controller.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(worker.asked.at(-1)).toEqual({ type: 'cancel', id });
    worker.say({ type: 'done', id });
    expect(alive).toHaveBeenLastCalledWith(null);
  });

  test('with a signal that is aborted is not asked at all', async () => {
    const answer = bridge.ask({ type: 'slow' }, 'done', { signal: AbortSignal.abort() });
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(worker.asked).toEqual([]);
  });
});

test('progress and events are told, and the oldest open request is named each time', () => {
  void bridge.ask({ type: 'slow' }, 'done');
  void bridge.ask({ type: 'add', to: 1 }, 'sum');
  worker.say({ type: 'progress', progress: 0.5, id: worker.idBefore(1) });
  expect(progress).toHaveBeenCalledWith(0.5, { type: 'slow' });
  worker.say({ type: 'news' });
  expect(event).toHaveBeenCalledWith({ type: 'news' });
  worker.say({ type: 'done', id: worker.idBefore(1) });
  expect(alive.mock.calls.map(([oldest]) => (oldest as Question | null)?.type)).toEqual([
    'slow',
    'slow',
    'slow',
    'add',
  ]);
});

test('a crash fails what is open and whatever is asked later, and ends the worker', async () => {
  const open = bridge.ask({ type: 'slow' }, 'done');
  worker.crash('boom');
  await expect(open).rejects.toMatchObject({ failure: BROKEN });
  const image = frameImage();
  const late = bridge.ask({ type: 'slow' }, 'done', { transfer: [image] });
  await expect(late).rejects.toMatchObject({ failure: BROKEN });
  expect([image.closed, worker.terminated, bridge.dead]).toEqual([true, true, true]);
});

test('a worker that does not start is named', async () => {
  worker.crash('');
  const reason = 'The calculator did not start.';
  await expect(bridge.ask({ type: 'slow' }, 'done')).rejects.toMatchObject({ failure: { reason } });
});
