import { expect, test } from 'vitest';
import type { CropImage } from '../../../src/core/image/pixels.ts';
import { relitDifference } from '../../../src/core/image/relit-difference.ts';
import { ACTING_HEADS, RESTING_HEADS } from '../../support/drawn-heads.ts';

const PAIRS = RESTING_HEADS.flatMap((one, i) =>
  RESTING_HEADS.flatMap((other, j) => (i === j ? [] : [{ i, j, one, other }])),
);

function changed(
  { data, ...crop }: CropImage,
  value: (before: number, column: number, row: number) => number,
): CropImage {
  return {
    ...crop,
    data: data.map((before, i) => value(before, i % crop.size, Math.floor(i / crop.size))),
  };
}

const LIGHTS: Readonly<Record<string, (value: number, column: number, row: number) => number>> = {
  'none that is new': (value) => value,
  'half of it': (value) => value / 2,
  'a longer exposure': (value) => 1.4 * value,
  'a lamp on the right': (value, column) => value * (0.5 + 0.1 * column),
  'a lamp above, and fog': (value, _, row) => 40 + value * (0.9 - 0.06 * row),
};

test.each(Object.entries(LIGHTS))('a head is the same in other light: %s', (_, light) => {
  for (const head of RESTING_HEADS) {
    expect(relitDifference(head, changed(head, light))).toBeLessThan(0.01);
  }
});

test('each of five heads is another than each other, however bright', () => {
  for (const { i, j, one, other } of PAIRS) {
    for (const gain of [0.5, 1, 1.4]) {
      const lit = changed(other, (value) => gain * value);
      expect(relitDifference(one, lit), `${i}, ${j}, ${gain}`).toBeGreaterThan(0.55);
    }
  }
});

test('a light that is cut off where white ends is one, too', () => {
  for (const head of RESTING_HEADS) {
    const exposed = changed(head, (value) => Math.min(1.6 * value, 255));
    expect(relitDifference(head, exposed)).toBeLessThan(0.4);
  }
});

test('a face that goes from one expression to another changes less than two people differ', () => {
  expect(relitDifference(...ACTING_HEADS)).toBeLessThan(0.35);
});

test('where there is nothing to see, noise is no difference', () => {
  const plain: CropImage = { size: 8, channels: 1, data: new Float32Array(64).fill(80) };
  const noisy = changed(plain, (value, column, row) => value + ((5 * column + 3 * row) % 7) / 7);
  expect(relitDifference(plain, noisy)).toBeLessThan(0.1);
  expect(relitDifference(plain, plain)).toBe(0);
});

test('a pattern has nothing in common with its turned self', () => {
  const pattern: CropImage = {
    size: 8,
    channels: 1,
    data: Float32Array.from({ length: 64 }, (_, i) => (i % 2 === 0 ? 200 : 50)),
  };
  const turned = changed(pattern, (_, __, row) => (row % 2 === 0 ? 200 : 50));
  expect(relitDifference(pattern, turned)).toBeCloseTo(1, 1);
});

test('crops that do not go together are refused', () => {
  const gray = { size: 1, channels: 1, data: new Float32Array(1) } as const;
  const larger = { size: 2, channels: 1, data: new Float32Array(4) } as const;
  const colours = { size: 1, channels: 3, data: new Float32Array(3) } as const;
  expect(() => relitDifference(gray, larger)).toThrow('size');
  expect(() => relitDifference(gray, colours)).toThrow('not gray');
});
