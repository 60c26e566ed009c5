import { expect, test } from 'vitest';
import { slopePerHour } from './soak/slope.ts';

test('slopePerHour(measured) is the slope of the line nearest to them', () => {
  const line = [0, 10, 20, 40].map((at) => ({ at, value: 70 + at / 3600 }));
  expect(slopePerHour(line)).toBeCloseTo(1, 9);
  const around = [
    { at: 0, value: 1 },
    { at: 1800, value: 4 },
    { at: 3600, value: 1 },
  ];
  expect(slopePerHour(around)).toBeCloseTo(0, 9);
});

test('slopePerHour(measured) is null where no time passes', () => {
  expect(slopePerHour([])).toBeNull();
  expect(slopePerHour([{ at: 5, value: 1 }])).toBeNull();
});
