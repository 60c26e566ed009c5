import { describe, expect, test } from 'vitest';
import { Pace } from '../../src/live/pace.ts';
import { analysedFace, analysisWith, readAs } from '../support/analyses.ts';

/** A face whose first logit is this. */
const said = (logit: number, at: number) => readAs([logit, 0, 0, 2, 0, 1], at);

/** Frames of a 30 fps camera from `first` milliseconds on; `faces` are in each of them, and change. */
function readFor(pace: Pace, { first = 0, frames = 30, faces = 1 }): number[] {
  return Array.from({ length: frames }, (_, i) => first + (i * 1000) / 30).filter((at) => {
    const due = pace.isDue(at);
    const seen = Array.from({ length: faces }, (_, id) =>
      analysedFace(id, id === 0, said((at / 500) % 5, at)),
    );
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

  test('fifteen a second once nothing has changed for half a second, all again with the next change', () => {
    const pace = new Pace(() => false);
    const read = (first: number, logit: number) =>
      Array.from({ length: 30 }, (_, i) => first + (i * 1000) / 30).filter((at) => {
        const due = pace.isDue(at);
        if (due) pace.analysed(analysisWith(at, analysedFace(1, true, said(logit, at))));
        return due;
      });
    expect(read(0, 0)).toHaveLength(22);
    expect(read(1000, 0.02)).toHaveLength(15);
    expect(pace.isSlowAt(2000)).toBe(true);
    const [first, second] = read(2000, 1);
    expect(second! - first!).toBeLessThan(34);
    expect(pace.isSlowAt(2100)).toBe(false);
  });

  test('of a device with no time for fifteen nothing is left out on purpose', () => {
    const pace = new Pace(() => false);
    for (let at = 0; at < 3000; at += 200) {
      expect(pace.isDue(at)).toBe(true);
      pace.analysed(analysisWith(at, analysedFace(1, true, said(0, at))));
    }
    expect(pace.isSlowAt(3000)).toBe(false);
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
