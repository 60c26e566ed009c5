import { expect, test } from 'vitest';
import { CaptureClock } from '../../src/sources/capture-clock.ts';

/** Frames every 33 ms, stamped by a clock that is 5,000 ms ahead, each with its own delay. */
function captured(delays: readonly number[]): number[] {
  const clock = new CaptureClock();
  return delays.map((delay, i) => clock.capturedAt(5000 + 33 * i, 33 * i + delay));
}

test('the quickest delivery sets the clock; slower ones do not make a capture later', () => {
  const times = captured([1, 21, 1.5, 14]);
  times.forEach((time, i) => {
    expect(time - (33 * i + 1)).toBeGreaterThanOrEqual(0);
    expect(time - (33 * i + 1)).toBeLessThan(0.1);
  });
});

test('time never goes back where the first frames were slow', () => {
  const times = captured([300, 200, 100, 1, 1]);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times.at(-1)).toBeGreaterThanOrEqual(133);
});

test('a clock that loses a fifth of a thousandth is followed for an hour', () => {
  const clock = new CaptureClock();
  let late = 0;
  for (let i = 0; i < 108_000; i++) {
    const at = (i * 1000) / 30;
    late = Math.max(late, at + 1 - clock.capturedAt(at * 0.9998, at + 1));
  }
  expect(late).toBeLessThan(1);
});
