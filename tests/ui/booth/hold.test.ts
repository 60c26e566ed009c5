import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { Hold, HOLD_MS } from '../../../src/ui/booth/hold.ts';

const held = vi.fn();
const lasting = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  held.mockReset();
  lasting.mockReset();
  onTestFinished(() => void vi.useRealTimers());
});

test('a corner that was held for three seconds is meant once it is let go of', () => {
  const hold = new Hold({ held, lasting });
  hold.press();
  vi.advanceTimersByTime(HOLD_MS - 1);
  expect(lasting).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10 * HOLD_MS);
  expect(lasting).toHaveBeenCalledWith(true);
  expect(held).not.toHaveBeenCalled();
  hold.release();
  expect(held).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10 * HOLD_MS);
  expect(lasting).toHaveBeenLastCalledWith(false);
  expect(held).toHaveBeenCalledOnce();
});

test('one that is let go of sooner is not, nor are two short presses a long one', () => {
  const hold = new Hold({ held, lasting });
  for (let presses = 0; presses < 2; presses++) {
    hold.press();
    vi.advanceTimersByTime(2000);
    hold.release();
  }
  vi.advanceTimersByTime(HOLD_MS);
  expect(held).not.toHaveBeenCalled();
});

test('nor is one that the system takes away, or whose screen is left', () => {
  const hold = new Hold({ held, lasting });
  hold.press();
  vi.advanceTimersByTime(HOLD_MS);
  hold.cancel();
  vi.advanceTimersByTime(HOLD_MS);
  expect(held).not.toHaveBeenCalled();
  expect(lasting).toHaveBeenLastCalledWith(false);
});
