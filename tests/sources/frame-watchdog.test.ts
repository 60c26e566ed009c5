import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FrameWatchdog } from '../../src/sources/frame-watchdog.ts';

const stalled = vi.fn();
const resumed = vi.fn();
let watchdog: FrameWatchdog;

beforeEach(() => {
  vi.clearAllMocks();
  vi.useFakeTimers();
  watchdog = new FrameWatchdog({ stalled, resumed });
});

afterEach(() => {
  watchdog.close();
  vi.useRealTimers();
});

function frames(count: number, everyMs: number): void {
  for (let i = 0; i < count; i++) {
    vi.advanceTimersByTime(everyMs);
    watchdog.frame();
  }
}

test('frames at 30 and at 2 a second are no silence', () => {
  frames(60, 33);
  frames(10, 500);
  expect(stalled).not.toHaveBeenCalled();
});

test('frames that stop are told within 1.5 seconds, once', () => {
  frames(30, 33);
  vi.advanceTimersByTime(900);
  expect(stalled).not.toHaveBeenCalled();
  vi.advanceTimersByTime(600);
  expect(stalled).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60_000);
  expect(stalled).toHaveBeenCalledOnce();
});

test('no frame at all is told as well', () => {
  vi.advanceTimersByTime(1500);
  expect(stalled).toHaveBeenCalledOnce();
});

test('the next frame resumes, and a second silence is told again', () => {
  vi.advanceTimersByTime(1500);
  watchdog.frame();
  expect(resumed).toHaveBeenCalledOnce();
  frames(30, 33);
  expect(resumed).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(1500);
  expect(stalled).toHaveBeenCalledTimes(2);
});

test('a stall that is known is told at once, and not again by the silence', () => {
  watchdog.stall();
  vi.advanceTimersByTime(5000);
  expect(stalled).toHaveBeenCalledOnce();
});

test('a clock that jumps by an hour, either way, is no silence', () => {
  for (const jump of [3_600_000, -3_600_000]) {
    frames(10, 33);
    vi.setSystemTime(Date.now() + jump);
    frames(10, 33);
  }
  expect(stalled).not.toHaveBeenCalled();
});

test('closed it tells nothing', () => {
  watchdog.close();
  vi.advanceTimersByTime(5000);
  expect(stalled).not.toHaveBeenCalled();
});
