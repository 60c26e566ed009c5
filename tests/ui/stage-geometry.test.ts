import { describe, expect, test } from 'vitest';
import type { Box } from '../../src/core/geometry/shapes.ts';
import { placeFrame, placeLabel, showBox, SteadyBoxes } from '../../src/ui/stage-geometry.ts';

describe('placeFrame(frame, stage, maxCrop)', () => {
  test('shows the whole frame, centred, where nothing may be cut off', () => {
    const placed = placeFrame({ width: 640, height: 480 }, { width: 800, height: 300 }, 0);
    expect(placed).toEqual({ x: 200, y: 0, width: 400, height: 300 });
    const tall = placeFrame({ width: 640, height: 480 }, { width: 320, height: 400 }, 0);
    expect(tall).toEqual({ x: 0, y: 80, width: 320, height: 240 });
  });

  test('covers the stage where little enough is cut off, more below than above', () => {
    const placed = placeFrame({ width: 640, height: 480 }, { width: 800, height: 500 }, 1 / 3);
    expect(placed).toEqual({ x: 0, y: -25, width: 800, height: 600 });
  });

  test('cuts off the two sides alike', () => {
    const placed = placeFrame({ width: 1280, height: 720 }, { width: 400, height: 300 }, 1 / 3);
    expect(placed.height).toBeCloseTo(300, 9);
    expect(placed.x).toBeCloseTo((400 - placed.width) / 2, 9);
    expect(placed.x).toBeLessThan(0);
  });

  test('keeps the frame’s shape and cuts off no more than it may', () => {
    const placed = placeFrame({ width: 720, height: 1280 }, { width: 366, height: 300 }, 1 / 3);
    expect(placed.width / placed.height).toBeCloseTo(720 / 1280, 9);
    expect(300 / placed.height).toBeCloseTo(2 / 3, 9);
    expect(placed.width).toBeLessThan(366);
  });
});

describe('showBox(box, frame, placed, mirrored)', () => {
  const frame = { width: 640, height: 480 };
  const placed: Box = { x: -40, y: 10, width: 1280, height: 960 };
  const box: Box = { x: 100, y: 50, width: 80, height: 60 };

  test('maps frame pixels to the pixels they are shown at', () => {
    expect(showBox(box, frame, placed, false)).toEqual({ x: 160, y: 110, width: 160, height: 120 });
  });

  test('mirrors across the middle of the frame, not of the stage', () => {
    expect(showBox(box, frame, placed, true)).toEqual({ x: 880, y: 110, width: 160, height: 120 });
  });

  test('agrees with a frame analysed at another size than it is shown in', () => {
    const half = { x: 50, y: 25, width: 40, height: 30 };
    const small = { width: 320, height: 240 };
    expect(showBox(half, small, placed, true)).toEqual(showBox(box, frame, placed, true));
  });
});

describe('SteadyBoxes', () => {
  const box = { x: 100.3, y: 50.8, width: 121.2, height: 140.9 };

  /** The boxes that follow one another around one face. */
  function follow(...boxes: Box[]): Box[] {
    const steady = new SteadyBoxes();
    return boxes.map((each) => steady.of(new Map([[7, each]])).get(7)!);
  }

  test('are about the same boxes, on whole pixels', () => {
    expect(follow(box)).toEqual([{ x: 100, y: 51, width: 121, height: 141 }]);
  });

  test('stay as they are while a face trembles, and keep their size while it moves', () => {
    const trembling = { x: 99, y: 52.2, width: 123.9, height: 138.1 };
    const [first, second, third] = follow(box, trembling, { ...trembling, x: 130, y: 40 });
    expect(second).toEqual(first);
    expect(third).toEqual({ x: 131, y: 39, width: 121, height: 141 });
  });

  test('follow a face that comes nearer, in steps', () => {
    const widths = [100, 102, 104, 106, 108, 110, 112].map((width) => ({ ...box, width }));
    expect(follow(...widths).map(({ width }) => width)).toEqual([
      100, 100, 100, 106, 106, 106, 112,
    ]);
  });

  test('a face that was gone starts anew', () => {
    const steady = new SteadyBoxes();
    steady.of(new Map([[7, box]]));
    steady.of(new Map());
    const wider = { ...box, width: 124.4 };
    expect(steady.of(new Map([[7, wider]])).get(7)).toMatchObject({ width: 124 });
  });
});

describe('placeLabel(box, stageWidth, height)', () => {
  test('stands over the middle of a box with room above', () => {
    const place = placeLabel({ x: 350, y: 100, width: 100, height: 100 }, 800, 40);
    expect(place).toEqual({ at: { x: 400, y: 100 }, anchor: { x: 0.5, y: 1 } });
  });

  test('goes inside a box at the top', () => {
    const place = placeLabel({ x: 350, y: 20, width: 100, height: 100 }, 800, 40);
    expect(place.anchor.y).toBe(0);
  });

  test.each([-60, 0, 30, 390, 720, 830])('stays on the stage for a box at x = %i', (x) => {
    const width = 220;
    const { at, anchor } = placeLabel({ x, y: -20, width: 100, height: 100 }, 800, 40);
    expect(at.x - anchor.x * width).toBeGreaterThanOrEqual(0);
    expect(at.x + (1 - anchor.x) * width).toBeLessThanOrEqual(800);
    expect(at.y).toBeGreaterThanOrEqual(0);
  });
});
