import { expect, test } from 'vitest';
import { displacement } from '../../../src/core/image/displacement.ts';
import type { CropImage } from '../../../src/core/image/pixels.ts';
import { mulberry32 } from '../../../src/core/math/random.ts';

const SIZE = 12;

function crop(value: (x: number, y: number) => number, size = SIZE): CropImage {
  const data = Float32Array.from({ length: size * size }, (_, i) =>
    value(i % size, Math.floor(i / size)),
  );
  return { size, channels: 1, data };
}

/** Two hills, moved. */
function hills(right: number, down: number, brighter = 0) {
  return crop((x, y) => {
    const hill = (cx: number, cy: number, width: number) =>
      Math.exp(-((x - cx - right) ** 2 + (y - cy - down) ** 2) / width);
    return 60 + brighter + 120 * hill(4, 5, 9) + 70 * hill(8, 7, 14);
  });
}

test('a crop that is the same has not moved', () => {
  const { by, residual } = displacement(hills(0, 0), hills(0, 0));
  expect(by.x).toBeCloseTo(0, 10);
  expect(by.y).toBeCloseTo(0, 10);
  expect(residual).toBe(0);
});

test.each([
  [0.3, -0.4],
  [-0.7, 0.2],
  [0.9, 0.9],
])('a move by %f and %f is found to a tenth of a pixel', (right, down) => {
  const { by, residual } = displacement(hills(0, 0), hills(right, down));
  expect(Math.abs(by.x - right)).toBeLessThan(0.1);
  expect(Math.abs(by.y - down)).toBeLessThan(0.1);
  expect(residual).toBeLessThan(1);
});

test('a lamp that is switched on moves nothing and is no difference', () => {
  const { by, residual } = displacement(hills(0, 0), hills(0.5, 0, 25));
  expect(Math.abs(by.x - 0.5)).toBeLessThan(0.05);
  expect(residual).toBeLessThan(1);
});

test('what motion does not explain is residual', () => {
  const checks = crop((x, y) => 100 + ((x + y) % 2 === 0 ? 20 : -20));
  const { by, residual } = displacement(
    crop(() => 100),
    checks,
  );
  expect(Math.hypot(by.x, by.y)).toBeLessThan(0.01);
  expect(residual).toBeCloseTo(20, 5);
});

test.each([0, 0.5, 1.2])('an edge at an angle of %f tells nothing of motion along it', (angle) => {
  const next = mulberry32(1);
  const edge = (at: number) =>
    crop((x, y) => {
      const along = x * Math.cos(angle) + y * Math.sin(angle);
      return 100 + 60 * Math.tanh(along - at) + (next() % 3);
    });
  expect(displacement(edge(6), edge(6.5)).by).toEqual({ x: 0, y: 0 });
});

test('where there is nothing to see nothing moves', () => {
  expect(
    displacement(
      crop(() => 7),
      crop(() => 7),
    ),
  ).toEqual({ by: { x: 0, y: 0 }, residual: 0 });
});

test('crops of other sizes and of colours are refused', () => {
  expect(() =>
    displacement(
      crop(() => 1),
      crop(() => 1, 5),
    ),
  ).toThrow(RangeError);
  const colours: CropImage = { size: 2, channels: 3, data: new Float32Array(12) };
  expect(() => displacement(colours, colours)).toThrow(RangeError);
});
