import { expect, test } from 'vitest';
import { adjustForPrior } from '../../../src/core/reading/class-prior.ts';
import { softmax } from '../../../src/core/reading/softmax.ts';

const PRIOR = [0.1, 0.02, 0.03, 0.3, 0.15, 0.4] as const;

test('adjustForPrior with τ = 1 makes equals of classes that are read as often as they occur', () => {
  const logits = PRIOR.map(Math.log) as unknown as typeof PRIOR;
  for (const probability of softmax(adjustForPrior(logits, { prior: PRIOR, tau: 1 }))) {
    expect(probability).toBeCloseTo(1 / 6, 12);
  }
});

test('adjustForPrior raises rare classes against frequent ones, half as much for τ = .5', () => {
  const zero = [0, 0, 0, 0, 0, 0] as const;
  const [, disgust, , , , neutral] = adjustForPrior(zero, { prior: PRIOR, tau: 0.5 });
  expect(disgust - neutral).toBeCloseTo(0.5 * Math.log(0.4 / 0.02), 12);
  expect(adjustForPrior([1, 2, 3, 4, 5, 6], { prior: PRIOR, tau: 0 })).toEqual([1, 2, 3, 4, 5, 6]);
});
