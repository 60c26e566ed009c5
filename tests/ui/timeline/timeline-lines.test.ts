import { describe, expect, test } from 'vitest';
import type { Sample } from '../../../src/live/sample.ts';
import { decimate, pointsOf, timelineLines } from '../../../src/ui/timeline/timeline-lines.ts';

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

/** Six, in label order. */
function linesOf(history: readonly Sample[]) {
  const lines = timelineLines(history);
  return Array.from({ length: 6 }, (_, emotion) => pointsOf(lines, emotion));
}

describe('pointsOf(timelineLines(history), emotion)', () => {
  test('counts seconds back from the newest sample, in percent', () => {
    const lines = linesOf([sample(1000, 0.25), sample(3000, 0.75)]);
    expect(lines[3]).toEqual([
      { x: -2, y: 25 },
      { x: 0, y: 75 },
    ]);
    expect(lines[4]?.map(({ y }) => y)).toEqual([75, 25]);
    expect(lines[0]?.map(({ y }) => y)).toEqual([0, 0]);
  });

  test('leaves a gap where no face was read', () => {
    for (const line of linesOf([sample(1000, 0.2), sample(1500, null), sample(2000, 0.4)])) {
      expect(line.map(({ y }) => Number.isNaN(y))).toEqual([false, true, false]);
    }
  });

  test('is empty for an empty history', () => {
    expect(linesOf([])).toEqual([[], [], [], [], [], []]);
  });
});
