import { expect, test, vi } from 'vitest';
import { keepScreenOn } from '../../../src/ui/booth/wake-lock.ts';
import { fakePage } from '../../support/fake-page.ts';

class FakeSentinel {
  released = false;
  release(): Promise<void> {
    this.released = true;
    return Promise.resolve();
  }
}

/** A browser with a wake lock. @returns every lock that it gave */
function fakeWakeLock() {
  const given: FakeSentinel[] = [];
  const request = vi.fn((kind: string) => {
    if (kind !== 'screen') throw new TypeError(kind);
    const sentinel = new FakeSentinel();
    given.push(sentinel);
    return Promise.resolve(sentinel);
  });
  Object.assign(navigator, { wakeLock: { request } });
  return { given, request };
}

const settled = () => vi.waitFor(() => Promise.resolve());

test('the screen is kept on until the booth is left', async () => {
  fakePage();
  const { given } = fakeWakeLock();
  const stop = keepScreenOn();
  await settled();
  expect(given.map(({ released }) => released)).toEqual([false]);
  stop();
  expect(given.map(({ released }) => released)).toEqual([true]);
});

test('a lock that the browser took while the page was hidden is asked for again', async () => {
  const page = fakePage();
  const { given } = fakeWakeLock();
  const stop = keepScreenOn();
  await settled();
  given[0]!.released = true;
  page.show(false);
  await settled();
  expect(given).toHaveLength(1);
  page.show(true);
  await settled();
  expect(given.map(({ released }) => released)).toEqual([true, false]);
  stop();
  page.show(true);
  await settled();
  expect(given).toHaveLength(2);
});

test('a lock that arrives after the booth was left is given back', async () => {
  fakePage();
  const { given } = fakeWakeLock();
  keepScreenOn()();
  await settled();
  expect(given.every(({ released }) => released)).toBe(true);
});

test('where there is none, or it is refused, the booth goes on', async () => {
  const page = fakePage();
  keepScreenOn()();
  const { request } = fakeWakeLock();
  request.mockRejectedValueOnce(new DOMException('', 'NotAllowedError'));
  const stop = keepScreenOn();
  await settled();
  page.show(true);
  await settled();
  expect(request).toHaveBeenCalledTimes(2);
  stop();
});
