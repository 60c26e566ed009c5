import { expect, test } from 'vitest';
import { aggregate } from '../../../src/core/blemore/aggregate.ts';
import { parityData } from '../../support/parity-data.ts';

test('every aggregate of the reference, to 1e-5', () => {
  for (const { frames, aggregate: expected } of parityData().aggregations) {
    const actual = aggregate(frames);
    expect(actual).toHaveLength(expected.length);
    expected.forEach((value, i) => {
      expect(Math.abs(actual[i]! - value)).toBeLessThanOrEqual(1e-5);
    });
  }
});

test('blocks of means, deviations and percentiles', () => {
  const frames = [
    [0, 10],
    [1, 10],
    [2, 10],
    [3, 10],
    [4, 10],
  ];
  expect([...aggregate(frames)]).toEqual([
    ...[2, 10],
    ...[Math.SQRT2, 0],
    ...[0.4, 10],
    ...[1, 10],
    ...[2, 10],
    ...[3, 10],
    ...[3.6, 10],
  ]);
});

test('percentiles do not depend on the order of frames', () => {
  expect([...aggregate([[10], [-2], [9]], ['p50', 'p25'])]).toEqual([9, 3.5]);
});

test('a single frame is its own mean and percentiles', () => {
  expect([...aggregate([Float32Array.of(0.5, -1)])]).toEqual([
    ...[0.5, -1],
    ...[0, 0],
    ...[0.5, -1, 0.5, -1, 0.5, -1, 0.5, -1, 0.5, -1],
  ]);
});

test('no frames are an error', () => {
  expect(() => aggregate([])).toThrow(RangeError);
});
