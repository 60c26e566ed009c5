import { expect, test } from 'vitest';
import { CaptureClock } from '../../src/sources/capture-clock.ts';

/** Frames every 33 ms, stamped by a clock that is 5,000 ms ahead, each with its own delay. */
function captured(delays: readonly number[]): number[] {
  const clock = new CaptureClock();
  return delays.map((delay, i) => clock.capturedAt(5000 + 33 * i, 33 * i + delay) ?? NaN);
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
    late = Math.max(late, at + 1 - (clock.capturedAt(at * 0.9998, at + 1) ?? -Infinity));
  }
  expect(late).toBeLessThan(1);
});

/** Frames every 33 ms for a second, each a millisecond on its way; both clocks start anew with `jump`. */
function followed(clock: CaptureClock, stamps: number, page: number) {
  return Array.from({ length: 30 }, (_, i) => {
    const arrived = page + 33 * i + 1;
    return { at: clock.capturedAt(stamps + 33 * i, arrived), arrived };
  });
}

for (const [what, stamps, page] of [
  ['stamps that fall', 0, 10_000],
  ['stamps that leap', 9e6, 10_000],
  ['a page’s clock that leaps', 8000, 9e6],
  ['a page’s clock that falls', 8000, 100],
] as const) {
  test(`${what} cost one frame at most`, () => {
    const clock = new CaptureClock();
    followed(clock, 7000, 9000);
    const [first, ...later] = followed(clock, stamps, page);
    expect([null, page + 1]).toContain(first?.at === null ? null : Math.ceil(first?.at ?? NaN));
    for (const { at, arrived } of later) {
      expect(at).not.toBeNull();
      expect(arrived - (at ?? NaN)).toBeGreaterThanOrEqual(0);
      expect(arrived - (at ?? NaN)).toBeLessThan(40);
    }
  });
}

test('a frame that a busy page held up for seconds is left out, and the next is not', () => {
  const clock = new CaptureClock();
  followed(clock, 7000, 9000);
  expect(clock.capturedAt(8000, 13_000)).toBeNull();
  expect(clock.capturedAt(11_010, 13_011)).toBeCloseTo(13_011, 0);
});
