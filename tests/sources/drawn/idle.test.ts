import { describe, expect, test } from 'vitest';
import { idleAt } from '../../../src/sources/drawn/idle.ts';

const times = Array.from({ length: 3600 }, (_, i) => i / 30);

describe('idleAt(seconds)', () => {
  test('is the same for the same seconds', () => {
    expect(times.map(idleAt)).toEqual(times.map(idleAt));
  });

  test('blinks some 15 times a minute, and has the eyes open otherwise', () => {
    const blinks = times.filter(
      (seconds, i) => idleAt(seconds).blink! > 0 && i > 0 && !idleAt(times[i - 1]!).blink,
    );
    expect(blinks.length / 2).toBeGreaterThan(10);
    expect(blinks.length / 2).toBeLessThan(25);
    const open = times.filter((seconds) => idleAt(seconds).blink === 0);
    expect(open.length / times.length).toBeGreaterThan(0.9);
  });

  test('head and gaze move, a little', () => {
    for (const unit of ['headTurn', 'headPitch', 'headTilt', 'gazeSide', 'gazePitch'] as const) {
      const values = times.map((seconds) => idleAt(seconds)[unit]!);
      expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.1);
      expect(Math.max(...values.map(Math.abs))).toBeLessThan(0.3);
    }
  });
});
