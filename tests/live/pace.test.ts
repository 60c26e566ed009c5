import { describe, expect, test } from 'vitest';
import { Pace } from '../../src/live/pace.ts';
import { analysedFace, analysisWith } from '../support/analyses.ts';

/** Frames of a 30 fps camera from `first` milliseconds on; `faces` are in each of them. */
function readFor(pace: Pace, { first = 0, frames = 30, faces = 1 }): number[] {
  const seen = Array.from({ length: faces }, (_, id) => analysedFace(id, id === 0));
  return Array.from({ length: frames }, (_, i) => first + (i * 1000) / 30).filter((at) => {
    const due = pace.isDue(at);
    if (due) pace.analysed(analysisWith(at, ...seen));
    return due;
  });
}

describe('Pace.isDue(capturedAt)', () => {
  test('every frame while there is a face', () => {
    expect(readFor(new Pace(() => false), { frames: 90 })).toHaveLength(90);
  });

  test('ten a second once nobody has been there for a second, all again with a face', () => {
    const pace = new Pace(() => false);
    readFor(pace, { frames: 30 });
    expect(readFor(pace, { first: 1000, frames: 30, faces: 0 }).length).toBeGreaterThan(27);
    expect(readFor(pace, { first: 2100, frames: 30, faces: 0 })).toHaveLength(10);
    expect(readFor(pace, { first: 3100, frames: 30 }).length).toBeGreaterThan(27);
  });

  test('nobody from the start is nobody', () => {
    const pace = new Pace(() => false);
    readFor(pace, { frames: 33, faces: 0 });
    expect(readFor(pace, { first: 1100, frames: 30, faces: 0 })).toHaveLength(10);
  });

  test('ten a second where the battery is spared, also of a camera that is not punctual', () => {
    expect(readFor(new Pace(() => true), { frames: 90 })).toHaveLength(30);
    const pace = new Pace(() => true);
    const jittered = [0, 34, 65, 97, 133, 166, 195, 234].filter((at) => pace.isDue(at));
    expect(jittered).toEqual([0, 97, 195]);
  });

  test('takes up what is chosen while it runs', () => {
    let saving = false;
    const pace = new Pace(() => saving);
    expect(readFor(pace, { frames: 30 })).toHaveLength(30);
    saving = true;
    expect(readFor(pace, { first: 1000, frames: 30 })).toHaveLength(10);
  });

  test('goes on where the clock was set back', () => {
    const pace = new Pace(() => true);
    readFor(pace, { first: 50_000, frames: 3 });
    expect(pace.isDue(0)).toBe(true);
    expect(pace.isDue(33)).toBe(false);
  });
});
