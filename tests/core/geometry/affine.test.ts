import { describe, expect, test } from 'vitest';
import {
  axisScales,
  compose,
  invert,
  scaling,
  transformPoint,
  translation,
} from '../../../src/core/geometry/affine.ts';

const SKEWED = { a: 1.5, b: 0.4, c: -0.7, d: 2, e: 30, f: -12 };
const POINT = { x: 3.25, y: -8 };

function expectPoint(actual: { x: number; y: number }, expected: { x: number; y: number }) {
  expect(actual.x).toBeCloseTo(expected.x, 9);
  expect(actual.y).toBeCloseTo(expected.y, 9);
}

test('a transform uses the letters of canvas', () => {
  expect(transformPoint({ a: 2, b: 3, c: 5, d: 7, e: 11, f: 13 }, { x: 1, y: 10 })).toEqual({
    x: 2 + 50 + 11,
    y: 3 + 70 + 13,
  });
});

test('the inverse leads back', () => {
  expectPoint(transformPoint(invert(SKEWED), transformPoint(SKEWED, POINT)), POINT);
});

test('a flat transform has no inverse', () => {
  expect(() => invert({ a: 1, b: 2, c: 2, d: 4, e: 0, f: 0 })).toThrow(RangeError);
});

test('composing applies the inner one first', () => {
  const moved = compose(SKEWED, translation(4, 5));
  expectPoint(
    transformPoint(moved, POINT),
    transformPoint(SKEWED, { x: POINT.x + 4, y: POINT.y + 5 }),
  );
  const scaled = compose(scaling(2, 3), SKEWED);
  const { x, y } = transformPoint(SKEWED, POINT);
  expectPoint(transformPoint(scaled, POINT), { x: 2 * x, y: 3 * y });
});

describe('axisScales', () => {
  test('of a rotation are one', () => {
    const turn = { a: Math.cos(1), b: Math.sin(1), c: -Math.sin(1), d: Math.cos(1), e: 5, f: 6 };
    expectPoint(axisScales(turn), { x: 1, y: 1 });
  });

  test('of a squash differ', () => {
    expectPoint(axisScales(scaling(4, 3)), { x: 4, y: 3 });
  });
});
