import { expect, test } from 'vitest';
import { area, centre, distance, overlap } from '../../../src/core/geometry/boxes.ts';

const BOX = { x: 10, y: 20, width: 40, height: 30 };

test.each([
  ['itself', BOX, 1],
  ['its right half', { x: 30, y: 20, width: 20, height: 30 }, 0.5],
  ['a box moved by a quarter', { x: 20, y: 20, width: 40, height: 30 }, 0.6],
  ['a neighbour that touches', { x: 50, y: 20, width: 40, height: 30 }, 0],
  ['a box far away', { x: 500, y: 20, width: 40, height: 30 }, 0],
  ['a box above', { x: 10, y: -200, width: 40, height: 30 }, 0],
])('the overlap with %s', (_, other, expected) => {
  expect(overlap(BOX, other)).toBeCloseTo(expected, 9);
  expect(overlap(other, BOX)).toBeCloseTo(expected, 9);
});

test('area, centre and distance', () => {
  expect(area(BOX)).toBe(1200);
  expect(centre(BOX)).toEqual({ x: 30, y: 35 });
  expect(distance({ x: 1, y: 1 }, { x: 4, y: 5 })).toBe(5);
});
