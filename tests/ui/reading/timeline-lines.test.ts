import { describe, expect, test } from 'vitest';
import type { Sample } from '../../../src/live/live-page.ts';
import { decimate, timelineLines } from '../../../src/ui/reading/timeline-lines.ts';

function sample(at: number, happiness: number | null): Sample {
  const rest = happiness === null ? 0 : 1 - happiness;
  return { at, probabilities: happiness === null ? null : [0, 0, 0, happiness, rest, 0] };
}

const TEN_A_SECOND = Array.from({ length: 300 }, (_, i) => sample(50 + i * 100, 0.5));

describe('decimate(history)', () => {
  test('keeps about five points a second and the newest', () => {
    const kept = decimate(TEN_A_SECOND);
    expect(kept.length).toBe(150);
    expect(kept.at(-1)).toBe(TEN_A_SECOND.at(-1));
  });

  test('keeps the same points when time goes on', () => {
    const before = decimate(TEN_A_SECOND.slice(0, 251)).slice(0, -1);
    const after = decimate(TEN_A_SECOND);
    expect(after.slice(0, before.length)).toEqual(before);
  });
});

describe('timelineLines(history)', () => {
  test('counts seconds back from the newest sample, in percent', () => {
    const lines = timelineLines([sample(1000, 0.2), sample(3000, 0.6)]);
    expect(lines.length).toBe(6);
    expect(lines[3]).toEqual([
      { x: -2, y: 20 },
      { x: 0, y: 60 },
    ]);
    expect(lines[4]?.map(({ y }) => y)).toEqual([80, 40]);
  });

  test('leaves a gap where no face was read', () => {
    const lines = timelineLines([sample(1000, 0.2), sample(1500, null), sample(2000, 0.4)]);
    for (const line of lines) {
      expect(line.map(({ y }) => Number.isNaN(y))).toEqual([false, true, false]);
    }
  });

  test('has six empty lines for an empty history', () => {
    expect(timelineLines([])).toEqual([[], [], [], [], [], []]);
  });
});
