import { describe, expect, test } from 'vitest';
import { aggregate, type Statistic } from '../../../src/core/blemore/aggregate.ts';
import { FeatureWindow } from '../../../src/core/blemore/feature-window.ts';
import { mulberry32 } from '../../../src/core/math/random.ts';

const STATISTICS: readonly Statistic[] = ['mean', 'std', 'p10', 'p50', 'p90'];

function frames(count: number, dimension: number): Float32Array[] {
  const next = mulberry32(11);
  return Array.from({ length: count }, () =>
    Float32Array.from({ length: dimension }, () => next() / 2 ** 31 - 1),
  );
}

describe('FeatureWindow', () => {
  test('over a whole clip it gives what aggregate gives, after every frame', () => {
    const clip = frames(100, 6);
    const window = new FeatureWindow(STATISTICS, Infinity);
    clip.forEach((features, i) => {
      const expected = aggregate(clip.slice(0, i + 1), STATISTICS);
      expect(window.add(features, i * 33)).toEqual(expected);
    });
  });

  test('frames older than its span count no more', () => {
    const clip = frames(40, 3);
    const window = new FeatureWindow(STATISTICS, 1000);
    const vectors = clip.map((features, i) => window.add(features, i * 100));
    expect(vectors[39]).toEqual(aggregate(clip.slice(30), STATISTICS));
  });
});
