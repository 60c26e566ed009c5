import { expect, test } from 'vitest';
import {
  displacedBy,
  MOST_MOMENTS,
  withMoment,
  type DifferingMoment,
} from '../../../src/core/comparison/differing-moments.ts';

/** Offers moments one after the other, as frames come. */
function keptOf(moments: readonly DifferingMoment[]): readonly DifferingMoment[] {
  return moments.reduce<readonly DifferingMoment[]>((kept, moment) => {
    const displaced = displacedBy(kept, moment);
    return displaced === null ? kept : withMoment(kept, moment, displaced);
  }, []);
}

test('readers that agree have no such moment', () => {
  expect(keptOf([{ at: 0, difference: 0 }])).toEqual([]);
});

test('the largest difference comes first', () => {
  const kept = keptOf([
    { at: 0, difference: 0.1 },
    { at: 5000, difference: 0.3 },
    { at: 10_000, difference: 0.2 },
  ]);
  expect(kept.map(({ at }) => at)).toEqual([5000, 10_000, 0]);
});

test('of moments within two seconds the one that differs clearly most stays', () => {
  const kept = keptOf([
    { at: 0, difference: 0.1 },
    { at: 500, difference: 0.104 },
    { at: 1000, difference: 0.2 },
    { at: 1500, difference: 0.15 },
  ]);
  expect(kept).toEqual([{ at: 1000, difference: 0.2 }]);
});

test('one that is beside two of them takes the place of both, or of none', () => {
  const two = [
    { at: 0, difference: 0.1 },
    { at: 2500, difference: 0.2 },
  ];
  expect(keptOf([...two, { at: 1200, difference: 0.15 }])).toHaveLength(2);
  expect(keptOf([...two, { at: 1200, difference: 0.3 }])).toEqual([{ at: 1200, difference: 0.3 }]);
});

test('no more than twelve are kept: those that differ most', () => {
  const kept = keptOf(
    Array.from({ length: 30 }, (_, i) => ({
      at: i * 3000,
      difference: 0.02 + ((i * 7) % 30) / 100,
    })),
  );
  expect(kept).toHaveLength(MOST_MOMENTS);
  expect(Math.min(...kept.map(({ difference }) => difference))).toBeCloseTo(0.2);
});
