import { describe, expect, test } from 'vitest';
import { agreementOf, differenceOf } from '../../../src/core/report/agreement.ts';

test('differenceOf(one, other) is that of the probabilities, whatever the logits’ scale', () => {
  expect(differenceOf([0, 0, 0, 2, 0, 0], [5, 5, 5, 7, 5, 5])).toBeCloseTo(0, 12);
  const even = 1 / 6;
  const sure = Math.exp(2) / (Math.exp(2) + 5);
  expect(differenceOf([0, 0, 0, 0, 0, 0], [0, 2, 0, 0, 0, 0])).toBeCloseTo(sure - even, 12);
});

describe('agreementOf(differences)', () => {
  test('of nothing', () => {
    expect(agreementOf([])).toEqual({ compared: 0, differing: 0, greatest: 0 });
  });

  test('counts what is more than rounding', () => {
    expect(agreementOf([0, 0.019, 0.021, 0.4])).toEqual({
      compared: 4,
      differing: 2,
      greatest: 0.4,
    });
  });
});
