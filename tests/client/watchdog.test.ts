import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Watchdog } from '../../src/client/watchdog.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('bites once when nothing was heard for so long', () => {
  const bite = vi.fn();
  new Watchdog(() => true).watch(5, bite);
  vi.advanceTimersByTime(4999);
  expect(bite).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(bite).toHaveBeenCalledOnce();
});

test('every watch starts over, with one timer for all of them', () => {
  const bite = vi.fn();
  const watchdog = new Watchdog(() => true);
  for (let i = 0; i < 100; i++) {
    watchdog.watch(5, bite);
    vi.advanceTimersByTime(100);
    expect(vi.getTimerCount()).toBe(1);
  }
  vi.advanceTimersByTime(4899);
  expect(bite).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2);
  expect(bite).toHaveBeenCalledOnce();
});

test('a short watch after a long one bites in time', () => {
  const bite = vi.fn();
  const watchdog = new Watchdog(() => true);
  watchdog.watch(60, () => undefined);
  watchdog.watch(5, bite);
  vi.advanceTimersByTime(5000);
  expect(bite).toHaveBeenCalledOnce();
});

test('does not bite at rest, nor after it', () => {
  const bite = vi.fn();
  const watchdog = new Watchdog(() => true);
  watchdog.watch(5, bite);
  watchdog.rest();
  vi.advanceTimersByTime(60_000);
  expect(bite).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('waits anew while the page is hidden', () => {
  const bite = vi.fn();
  let visible = false;
  new Watchdog(() => visible).watch(5, bite);
  vi.advanceTimersByTime(17_000);
  visible = true;
  vi.advanceTimersByTime(2999);
  expect(bite).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(bite).toHaveBeenCalledOnce();
});
