import { describe, expect, test } from 'vitest';
import { single } from '../../src/core/blemore/label.ts';
import type { Emotion } from '../../src/core/blemore/emotions.ts';
import type { Reading } from '../../src/core/blemore/prediction.ts';
import { nextShown, NOTHING_SHOWN, type Shown } from '../../src/live/shown.ts';

function readAs(emotion: Emotion, certain = true): Reading {
  return { probabilities: [0.1, 0.1, 0.1, 0.4, 0.1, 0.2], prediction: single(emotion), certain };
}

/** A frame whose primary face is number 1. */
function frame(at: number, ...readings: readonly [number, Reading][]): Shown {
  const reading = readings.find(([id]) => id === 1)?.[1] ?? null;
  return { at, readings: new Map(readings), reading, ownNeutral: null };
}

/** When those frames were captured that are shown. */
function shownOf(frames: readonly Shown[]): readonly number[] {
  const shown: Shown[] = [];
  frames.reduce((before, now) => {
    const next = nextShown(before, now);
    if (next !== before) shown.push(next);
    return next;
  }, NOTHING_SHOWN);
  return shown.map(({ at }) => at);
}

describe('nextShown(shown, now)', () => {
  test('figures follow ten times a second, of an unpunctual camera as well', () => {
    const second = (jitter: number) =>
      Array.from({ length: 30 }, (_, i) =>
        frame((i * 1000) / 30 + (i % 2) * jitter, [1, readAs('hap')]),
      );
    expect(shownOf(second(0))).toHaveLength(10);
    expect(shownOf(second(-3))).toHaveLength(10);
    expect(shownOf(second(3))).toHaveLength(10);
  });

  test('another label is shown at once, and so is one that is not certain any more', () => {
    const frames = [readAs('hap'), readAs('hap'), readAs('sad'), readAs('sad', false)];
    expect(shownOf(frames.map((reading, i) => frame(i * 33, [1, reading])))).toEqual([0, 66, 99]);
  });

  test('a level that rises follows by five points at once, and by less ten times a second', () => {
    const rising = (perFrame: number) =>
      Array.from({ length: 6 }, (_, i): Shown => {
        const hap = 0.4 + i * perFrame;
        return frame(i * 33, [
          1,
          { ...readAs('hap'), probabilities: [0.1, 0.1, 0.1, hap, 0.1, 0.6 - hap] },
        ]);
      });
    expect(shownOf(rising(0.01))).toEqual([0, 99]);
    expect(shownOf(rising(0.03))).toEqual([0, 66, 132]);
    expect(shownOf(rising(0.06))).toEqual([0, 33, 66, 99, 132, 165]);
  });

  test('a face that is not read any more goes at once, and another comes at once', () => {
    const frames = [
      frame(0, [1, readAs('hap')]),
      frame(33, [1, readAs('hap')], [2, readAs('neu')]),
      frame(66, [2, readAs('neu')]),
      frame(99, [2, readAs('ang')]),
    ];
    expect(shownOf(frames)).toEqual([0, 33, 66, 99]);
  });

  test('starts over where the clock was set back', () => {
    const frames = [5000, 10, 40].map((at) => frame(at, [1, readAs('hap')]));
    expect(shownOf(frames)).toEqual([5000, 10]);
  });
});
