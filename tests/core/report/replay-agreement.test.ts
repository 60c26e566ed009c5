import { describe, expect, test } from 'vitest';
import { replayAgreementOf, logitDifference } from '../../../src/core/report/replay-agreement.ts';

test('logitDifference(one, other) is that of the probabilities, whatever the logits’ scale', () => {
  expect(logitDifference([0, 0, 0, 2, 0, 0], [5, 5, 5, 7, 5, 5])).toBeCloseTo(0, 12);
  const even = 1 / 6;
  const sure = Math.exp(2) / (Math.exp(2) + 5);
  expect(logitDifference([0, 0, 0, 0, 0, 0], [0, 2, 0, 0, 0, 0])).toBeCloseTo(sure - even, 12);
});

describe('replayAgreementOf(differences)', () => {
  test('of nothing', () => {
    expect(replayAgreementOf([])).toEqual({ compared: 0, differing: 0, greatest: 0 });
  });

  test('counts what is more than rounding', () => {
    expect(replayAgreementOf([0, 0.019, 0.021, 0.4])).toEqual({
      compared: 4,
      differing: 2,
      greatest: 0.4,
    });
  });
});
