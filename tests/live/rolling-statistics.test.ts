import { expect, test } from 'vitest';
import type { Analysis } from '../../src/core/reading/analysis.ts';
import { RestartBudget } from '../../src/client/restart-budget.ts';
import { perSecond, spread, Statistics } from '../../src/live/rolling-statistics.ts';
import { analysisWith } from '../support/analyses.ts';

function analysis(capturedAt: number, total: number): Analysis {
  const readers = [{ crop: 3, encode: 4, head: 5 }];
  return { ...analysisWith(capturedAt), timings: { picture: 1, detect: 2, readers, total } };
}

test('spread gives nearest-rank percentiles in any order', () => {
  expect(spread([5, 1, 4, 2, 3])).toEqual({ p50: 3, p95: 5 });
  expect(spread([])).toEqual({ p50: 0, p95: 0 });
});

test('perSecond counts intervals, not events', () => {
  expect(perSecond([0, 100, 200, 300])).toBe(10);
  expect(perSecond([7])).toBe(0);
});

test('statistics forget what is older than five seconds', () => {
  const statistics = new Statistics();
  statistics.analysed(analysis(0, 90), 10);
  statistics.analysed(analysis(6000, 5), 6030);
  const summary = statistics.summary(6040);
  expect(summary.stages.total).toEqual({ p50: 5, p95: 5 });
  expect(summary.age.p50).toBe(30);
  const { picture, detect, crop, encode, head } = summary.stages;
  expect([picture, detect, crop, encode, head].map(({ p50 }) => p50)).toEqual([1, 2, 3, 4, 5]);
});

test('a restart budget renews itself as time passes', () => {
  const budget = new RestartBudget(2, 60_000);
  expect([0, 1000, 2000].map((now) => budget.spend(now))).toEqual([true, true, false]);
  expect(budget.spend(60_500)).toBe(true);
  budget.reset();
  expect([61_000, 61_001].map((now) => budget.spend(now))).toEqual([true, true]);
});
