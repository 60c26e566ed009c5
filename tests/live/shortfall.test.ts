import { describe, expect, test } from 'vitest';
import type { LiveStats } from '../../src/live/live-stats.ts';
import { ShortfallMeter } from '../../src/live/shortfall.ts';

const NOTHING = { p50: 0, p95: 0 };

function stats(sourceFps: number, analysedFps: number): LiveStats {
  const stages = {
    picture: NOTHING,
    detect: NOTHING,
    crop: NOTHING,
    encode: NOTHING,
    head: NOTHING,
    total: NOTHING,
  };
  return { sourceFps, analysedFps, age: NOTHING, stages };
}

/** A meter that has seen the first five seconds. */
function settled(): ShortfallMeter {
  const meter = new ShortfallMeter();
  meter.update(stats(30, 30), 0);
  return meter;
}

describe('ShortfallMeter.update(stats, now)', () => {
  test('the start is slow, and nothing is said of it', () => {
    const meter = new ShortfallMeter();
    expect(meter.update(stats(30, 4), 0)).toBeNull();
    expect(meter.update(stats(30, 12), 4900)).toBeNull();
    expect(meter.update(stats(30, 12), 5000)).toBe(12);
  });

  test('a few frames are not missed', () => {
    expect(settled().update(stats(30, 24.1), 5000)).toBeNull();
    expect(settled().update(stats(30, 23.9), 5000)).toBe(24);
  });

  test('of a fast source half are enough', () => {
    expect(settled().update(stats(60, 29), 5000)).toBeNull();
    expect(settled().update(stats(60, 20), 5000)).toBe(20);
  });

  test('it is told until nearly all frames are read again', () => {
    const meter = settled();
    meter.update(stats(30, 20), 5000);
    expect(meter.update(stats(30, 26), 7000)).toBe(26);
    expect(meter.update(stats(30, 27), 7500)).toBeNull();
    expect(meter.update(stats(30, 26), 8000)).toBeNull();
  });

  test('its number changes every two seconds at most', () => {
    const meter = settled();
    const told = meter.update(stats(30, 20), 5000);
    expect(meter.update(stats(29, 14), 6900)).toBe(told);
    expect(meter.update(stats(29, 14), 7000)).toBe(14);
  });

  test('after a pause it looks for as long again', () => {
    const meter = settled();
    meter.update(stats(30, 10), 5000);
    meter.reset();
    expect(meter.update(stats(30, 10), 6000)).toBeNull();
    expect(meter.update(stats(30, 10), 11_000)).toBe(10);
  });
});
