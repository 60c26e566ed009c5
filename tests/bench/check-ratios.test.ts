import { describe, expect, test } from 'vitest';
import { regressions, requireNoRegression } from './check-ratios.ts';
import { COMMITTED } from './committed-ratios.ts';

const HUMAN = 'every/human/1/p50';
const GROWTH = 'shipped/ours/4:1';

describe('regressions(found, committed)', () => {
  test.each([
    [4, []],
    [3.61, []],
    [3.59, [HUMAN]],
    [9, []],
  ])('of a ratio to another system, 4 before: %d', (now, names) => {
    const worse = regressions({ [HUMAN]: now }, { [HUMAN]: 4 });
    expect(worse.map(({ name }) => name)).toEqual(names);
  });

  test.each([
    [2, []],
    [2.19, []],
    [2.21, [GROWTH]],
    [1, []],
  ])('of our own growth, 2 before: %d', (now, names) => {
    const worse = regressions({ [GROWTH]: now }, { [GROWTH]: 2 });
    expect(worse.map(({ name }) => name)).toEqual(names);
  });

  test('what was not measured is not judged, but something has to be', () => {
    expect(regressions({ [HUMAN]: 4 }, { [HUMAN]: 4, [GROWTH]: 2 })).toEqual([]);
    expect(() => regressions({ memory: 1 }, { [HUMAN]: 4 })).toThrow('None of the committed');
  });

  test('the committed ratios pass by themselves', () => {
    expect(regressions(COMMITTED, COMMITTED)).toEqual([]);
  });
});

test('requireNoRegression names each, with both figures', () => {
  expect(() => {
    requireNoRegression({ [HUMAN]: 3, [GROWTH]: 3 }, { [HUMAN]: 4, [GROWTH]: 2 });
  }).toThrow(/every\/human\/1\/p50: 3.00, and it was 4.00\nshipped\/ours\/4:1: 3.00/);
});
