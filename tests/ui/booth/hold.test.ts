import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { Hold, HOLD_MS } from '../../../src/ui/booth/hold.ts';

const held = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  held.mockReset();
  onTestFinished(() => void vi.useRealTimers());
});

test('a corner that is held for three seconds is meant, once', () => {
  new Hold(held).press();
  vi.advanceTimersByTime(2999);
  expect(held).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10 * HOLD_MS);
  expect(held).toHaveBeenCalledOnce();
});

test('one that is let go of sooner is not, nor are two short presses a long one', () => {
  const hold = new Hold(held);
  for (let presses = 0; presses < 2; presses++) {
    hold.press();
    vi.advanceTimersByTime(2000);
    hold.release();
  }
  vi.advanceTimersByTime(HOLD_MS);
  expect(held).not.toHaveBeenCalled();
});
