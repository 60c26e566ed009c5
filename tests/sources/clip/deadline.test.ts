import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beforeDeadline } from '../../../src/sources/clip/deadline.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what comes in time comes, an error too, and no timer stays', async () => {
  await expect(beforeDeadline(Promise.resolve(7), 20)).resolves.toBe(7);
  await expect(beforeDeadline(Promise.reject(new Error('broken')), 20)).rejects.toThrow('broken');
  await vi.advanceTimersByTimeAsync(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('silence is an error', async () => {
  const silent = new Promise<never>(() => undefined);
  const ended = expect(beforeDeadline(silent, 20)).rejects.toThrow('20 seconds');
  await vi.advanceTimersByTimeAsync(20_000);
  await ended;
});
