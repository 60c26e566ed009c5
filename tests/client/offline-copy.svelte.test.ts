import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OfflineCopy } from '../../src/client/offline-copy.svelte.ts';
import type { OfflineRequest } from '../../src/offline/messages.ts';

const SCRIPT = new URL('https://page.example/sw.js');

class FakeServiceWorker extends EventTarget {
  state: ServiceWorkerState = 'installing';
  readonly asked: OfflineRequest['type'][] = [];
  /** What it answers to `keep-all`. */
  complete = true;

  postMessage({ type }: OfflineRequest, [port]: Transferable[]): void {
    this.asked.push(type);
    if (port instanceof MessagePort) port.postMessage(this.complete);
  }

  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeRegistration extends EventTarget {
  active: FakeServiceWorker | null = null;
  waiting: FakeServiceWorker | null = null;
  installing: FakeServiceWorker | null = null;
  readonly update = vi.fn(() => Promise.reject(new TypeError('no network')));

  /** A worker that is installed, as the first or as an update. */
  install(): FakeServiceWorker {
    const worker = new FakeServiceWorker();
    this.installing = worker;
    this.dispatchEvent(new Event('updatefound'));
    this.waiting = worker;
    worker.become('installed');
    return worker;
  }
}

class FakeContainer extends EventTarget {
  controller: FakeServiceWorker | null = null;
  readonly registration = new FakeRegistration();
  register = () => Promise.resolve(this.registration);
  get ready() {
    return Promise.resolve(this.registration);
  }
}

let container: FakeContainer;
let offline: OfflineCopy;
const reload = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  reload.mockReset();
  container = new FakeContainer();
  offline = new OfflineCopy({ container: container as never, reload });
});

afterEach(() => {
  offline.close();
  vi.useRealTimers();
});

/** A page that an earlier version controls. */
async function started(): Promise<FakeServiceWorker> {
  const active = new FakeServiceWorker();
  container.controller = active;
  container.registration.active = active;
  await offline.start(SCRIPT);
  return active;
}

describe('an update', () => {
  test('is offered once it is installed, and taken when asked for', async () => {
    await started();
    expect(offline.updateReady).toBe(false);
    const update = container.registration.install();
    expect(offline.updateReady).toBe(true);
    expect(update.asked).toEqual([]);

    offline.takeUpdate();
    expect(update.asked).toEqual(['take-over']);
    expect(reload).not.toHaveBeenCalled();
    container.dispatchEvent(new Event('controllerchange'));
    expect(reload).toHaveBeenCalledTimes(1);
  });

  test('that waits since an earlier visit is offered at once', async () => {
    container.registration.waiting = new FakeServiceWorker();
    await started();
    expect(offline.updateReady).toBe(true);
  });

  test('that another tab has taken is offered here, and not forced', async () => {
    await started();
    container.dispatchEvent(new Event('controllerchange'));
    expect(reload).not.toHaveBeenCalled();
    expect(offline.updateReady).toBe(true);
    offline.takeUpdate();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  test('is looked for every hour, with a network or without', async () => {
    await started();
    await vi.advanceTimersByTimeAsync(2 * 3_600_000);
    expect(container.registration.update).toHaveBeenCalledTimes(2);
    offline.close();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(container.registration.update).toHaveBeenCalledTimes(2);
  });
});

test('the first version is no update', async () => {
  await offline.start(SCRIPT);
  container.registration.install();
  container.dispatchEvent(new Event('controllerchange'));
  expect(offline.updateReady).toBe(false);
});

test.each([true, false])('keepAll() says whether all is kept: %s', async (complete) => {
  const active = await started();
  active.complete = complete;
  vi.useRealTimers();
  await offline.keepAll();
  expect(active.asked).toEqual(['keep-all']);
  expect(offline.complete).toBe(complete);
});

test('keepAll() before the start is done once started', async () => {
  vi.useRealTimers();
  await offline.keepAll();
  const active = await started();
  expect(active.asked).toEqual(['keep-all']);
  expect(offline.complete).toBe(true);
});

test('without service workers, or where they are refused, nothing is kept and nothing rejects', async () => {
  container.register = () => Promise.reject(new DOMException('', 'SecurityError'));
  await offline.start(SCRIPT);
  await offline.keepAll();
  const none = new OfflineCopy({ container: null, reload });
  await none.start(SCRIPT);
  await none.keepAll();
  expect([offline.complete, none.complete]).toEqual([false, false]);
});
