import { describe, expect, test } from 'vitest';
import type { Detection, Face } from '../../../src/core/tracking/face.ts';
import { moveBy } from '../../../src/core/tracking/movement.ts';
import { mulberry32 } from '../../../src/core/math/random.ts';
import { Tracker } from '../../../src/core/tracking/tracker.ts';
import { faceAt } from '../../support/faces.ts';

const FRAME = 40;

function ids(faces: readonly Face[]): number[] {
  return faces.map((face) => face.id);
}

function xOf(faces: readonly Face[], id: number): number {
  const { box } = faces.find((face) => face.id === id)!;
  return box.x + box.width / 2;
}

/** Runs a tracker over frames 40 ms apart, from time 0. */
function track(frames: readonly (readonly Detection[])[]): (readonly Face[])[] {
  const tracker = new Tracker();
  return frames.map((frame, i) => tracker.update(frame, i * FRAME));
}

test('a face that was followed otherwise moves from there', () => {
  const tracker = new Tracker();
  const [face] = tracker.update([faceAt(200, 100, 100)], 0);
  tracker.move([moveBy(face!, { x: 2, y: 0 })], FRAME);
  const [found] = tracker.update([faceAt(202.5, 100, 100)], FRAME);
  // A fifth of what is taken for jitter is believed.
  expect(xOf([found!], 1)).toBeCloseTo(202.1, 9);
  const expected = xOf(tracker.expected(2 * FRAME), 1);
  expect(expected).toBeGreaterThan(202.5);
  expect(expected).toBeLessThan(204.5);
});

test('who takes a face’s place gets an id of their own, and leaves the others theirs', () => {
  const tracker = new Tracker();
  const both = [faceAt(100, 100, 100), faceAt(400, 100, 80)];
  tracker.update(both, 0);
  expect(tracker.primary()).toBe(1);
  expect(ids(tracker.renew([1], 0))).toEqual([2, 3]);
  expect(tracker.primary()).toBe(3);
  expect(ids(tracker.update(both, FRAME))).toEqual([2, 3]);
});

describe('identity', () => {
  test('stays with a face that jitters', () => {
    const next = mulberry32(1);
    const shake = () => (next() / 2 ** 32 - 0.5) * 16;
    const frames = Array.from({ length: 100 }, () => [
      faceAt(200 + shake(), 150 + shake(), 100 + shake()),
    ]);
    expect(new Set(track(frames).flatMap(ids))).toEqual(new Set([1]));
  });

  test('does not depend on the order of detections', () => {
    const [left, right] = [faceAt(100, 100, 80), faceAt(400, 100, 80)];
    const result = track([
      [left, right],
      [right, left],
    ]);
    expect(xOf(result[1]!, 1)).toBe(xOf(result[0]!, 1));
    expect(xOf(result[1]!, 2)).toBe(xOf(result[0]!, 2));
  });

  test('stays with two faces that cross', () => {
    const frames = Array.from({ length: 50 }, (_, i) => [
      faceAt(100 + 8 * i, 200, 100),
      faceAt(500 - 8 * i, 225, 95),
    ]);
    const result = track(frames);
    expect(result.map(ids)).toEqual(frames.map(() => [1, 2]));
    expect(xOf(result.at(-1)!, 1)).toBeCloseTo(492, 0);
    expect(xOf(result.at(-1)!, 2)).toBeCloseTo(108, 0);
  });

  test('stays with two faces of which the nearer hides the other in passing', () => {
    const frames = Array.from({ length: 50 }, (_, i) => {
      const [near, far] = [faceAt(100 + 8 * i, 200, 120), faceAt(500 - 8 * i, 210, 80)];
      return Math.abs(near.box.x + 60 - (far.box.x + 40)) < 40 ? [near] : [near, far];
    });
    expect(frames.some((frame) => frame.length === 1)).toBe(true);
    const result = track(frames);
    expect(ids(result.at(-1)!)).toEqual([1, 2]);
    expect(xOf(result.at(-1)!, 1)).toBeCloseTo(492, 0);
    expect(xOf(result.at(-1)!, 2)).toBeCloseTo(108, 0);
  });

  test('stays with a face that moves by almost its side from frame to frame', () => {
    const frames = Array.from({ length: 10 }, (_, i) => [faceAt(100 + 90 * i, 200, 100)]);
    expect(new Set(track(frames).flatMap(ids))).toEqual(new Set([1]));
  });

  test('is new for a face far from the old one', () => {
    expect(track([[faceAt(100, 100, 80)], [faceAt(500, 100, 80)]]).map(ids)).toEqual([[1], [2]]);
  });

  test('is new for a face of quite another size', () => {
    expect(track([[faceAt(100, 100, 200)], [faceAt(150, 180, 30)]]).map(ids)).toEqual([[1], [2]]);
  });
});

describe('a face that is lost', () => {
  const face = faceAt(200, 200, 100);

  test.each([40, 200, 499, 500])('for %d ms is away, and comes back as itself', (gap) => {
    const tracker = new Tracker();
    tracker.update([face], 1000);
    expect(tracker.update([], 1000 + gap / 2)).toEqual([]);
    expect(ids(tracker.update([faceAt(230, 190, 95)], 1000 + gap))).toEqual([1]);
  });

  test('while no frame comes for seconds, is still itself in the next', () => {
    const tracker = new Tracker();
    tracker.update([faceAt(300, 200, 100)], 0);
    expect(ids(tracker.update([faceAt(305, 200, 100)], 2900))).toEqual([1]);
    expect(ids(tracker.update([faceAt(305, 200, 100)], 2900 + 3001))).toEqual([2]);
  });

  test.each([501, 800, 60_000])('for %d ms is another one', (gap) => {
    const tracker = new Tracker();
    tracker.update([face], 1000);
    expect(tracker.update([], 1000 + gap / 2)).toEqual([]);
    expect(ids(tracker.update([face], 1000 + gap))).toEqual([2]);
  });

  test('in motion is found where it went', () => {
    const tracker = new Tracker();
    for (let i = 0; i < 10; i++) tracker.update([faceAt(100 + 20 * i, 200, 80)], i * FRAME);
    // 20 px every 40 ms: after 160 ms it is 80 px on.
    expect(ids(tracker.update([faceAt(280 + 80, 200, 80)], 9 * FRAME + 160))).toEqual([1]);
  });

  test('keeps its id from another that comes', () => {
    const tracker = new Tracker();
    tracker.update([face], 0);
    expect(ids(tracker.update([faceAt(600, 200, 100)], 100))).toEqual([2]);
    expect(ids(tracker.update([face, faceAt(600, 200, 100)], 200))).toEqual([1, 2]);
  });
});

describe('five faces', () => {
  const row = [70, 100, 60, 90, 80].map((side, i) => faceAt(100 + 200 * i, 200, side));

  test('are four: the largest', () => {
    const tracker = new Tracker();
    const faces = tracker.update(row, 0);
    expect(faces.map((face) => face.box.width)).toEqual([100, 90, 80, 70]);
    expect(ids(faces)).toEqual([1, 2, 3, 4]);
  });

  test('do not change places when the fifth grows', () => {
    const tracker = new Tracker();
    tracker.update(row, 0);
    const grown = row.with(2, faceAt(500, 200, 120));
    expect(ids(tracker.update(grown, FRAME))).toEqual([1, 2, 3, 4]);
  });

  test('the fifth waits until a place is given up', () => {
    const tracker = new Tracker();
    tracker.update(row, 0);
    const without = row.filter((_, i) => i !== 1);
    expect(ids(tracker.update(without, 300))).toEqual([2, 3, 4]);
    expect(ids(tracker.update(without, 501))).toEqual([2, 3, 4, 5]);
  });
});

describe('the primary face', () => {
  const small = faceAt(100, 200, 80);
  const large = faceAt(400, 200, 100);
  const huge = faceAt(400, 200, 130);

  test('is the largest, or none', () => {
    const tracker = new Tracker();
    expect(tracker.primary()).toBeNull();
    const faces = tracker.update([small, large], 0);
    expect(xOf(faces, tracker.primary()!)).toBe(400);
  });

  test('stays though another is a little larger', () => {
    const tracker = new Tracker();
    tracker.update([small], 0);
    for (let at = FRAME; at < 3000; at += FRAME) tracker.update([small, faceAt(400, 200, 95)], at);
    expect(tracker.primary()).toBe(1);
  });

  test('changes when another is clearly larger for half a second', () => {
    const tracker = new Tracker();
    tracker.update([small], 0);
    tracker.update([small, huge], 100);
    tracker.update([small, huge], 500);
    expect(tracker.primary()).toBe(1);
    tracker.update([small, huge], 600);
    expect(tracker.primary()).toBe(2);
  });

  test('stays where the larger one only passes through', () => {
    const tracker = new Tracker();
    tracker.update([small], 0);
    for (let at = 100; at < 3000; at += 100) {
      const passing = at % 500 === 0 ? [small] : [small, huge];
      tracker.update(passing, at);
      expect(tracker.primary()).toBe(1);
    }
  });

  test('stays through half a second of loss, then the largest takes over', () => {
    const tracker = new Tracker();
    tracker.update([small, large], 0);
    const [first, second] = [tracker.primary(), 2];
    expect(first).toBe(1);
    tracker.update([small], 500);
    expect(tracker.primary()).toBe(first);
    tracker.update([small], 501);
    expect(tracker.primary()).toBe(second);
  });

  test('is none when the last face is gone', () => {
    const tracker = new Tracker();
    tracker.update([small], 0);
    tracker.update([], 500);
    expect(tracker.primary()).toBe(1);
    tracker.update([], 501);
    expect(tracker.primary()).toBeNull();
  });
});

test('after a reset nothing is known and no id comes back', () => {
  const tracker = new Tracker();
  tracker.update([faceAt(200, 200, 100)], 1000);
  tracker.reset();
  expect(tracker.primary()).toBeNull();
  expect(ids(tracker.update([faceAt(200, 200, 100)], 0))).toEqual([2]);
  expect(tracker.primary()).toBe(2);
});
