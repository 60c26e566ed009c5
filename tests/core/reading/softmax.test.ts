import { expect, test } from 'vitest';
import { softmax } from '../../../src/core/reading/softmax.ts';

test('shares in proportion to the exponentials', () => {
  const [a, b, c, d, e, f] = softmax([Math.log(1), Math.log(2), Math.log(3), Math.log(4), 0, 0]);
  expect([a, b, c, d, e, f].map((value) => value * 12)).toEqual(
    [1, 2, 3, 4, 1, 1].map((value): unknown => expect.closeTo(value, 12)),
  );
});

test('a constant added to all changes nothing', () => {
  expect(softmax([1001, 1002, 1003, 1000, 999, 1001])).toEqual(softmax([1, 2, 3, 0, -1, 1]));
});

test.each([
  [[1e6, 0, 0, 0, 0, 0] as const, [1, 0, 0, 0, 0, 0]],
  [[-1e308, -1e308, 1e308, -1e308, -1e308, -1e308] as const, [0, 0, 1, 0, 0, 0]],
  [[-1e4, -1e4, -1e4, -1e4, -1e4, -1e4] as const, new Array<number>(6).fill(1 / 6)],
])('logits of any size stay finite: %j', (logits, probabilities) => {
  expect(softmax(logits)).toEqual(probabilities);
});
