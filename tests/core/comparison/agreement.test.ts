import { expect, test } from 'vitest';
import { AgreementWindow } from '../../../src/core/comparison/agreement.ts';
import { single } from '../../../src/core/blemore/label.ts';
import type { Reading } from '../../../src/core/blemore/prediction.ts';

const happy = (share: number, certain = true): Reading => ({
  probabilities: [0, 0, 0, share, 0, 1 - share],
  prediction: single('hap'),
  certain,
});
const NEUTRAL: Reading = {
  probabilities: [0, 0, 0, 0.4, 0, 0.6],
  prediction: single('neu'),
  certain: true,
};

test('a reader agrees with itself', () => {
  const window = new AgreementWindow(60_000);
  for (let at = 0; at <= 1000; at += 100) window.add(at, happy(0.7), happy(0.7));
  expect(window.agreement).toEqual({ sameLabel: 1, meanDifference: 0, seconds: 1 });
});

test('each frame counts for the time since the one before', () => {
  const window = new AgreementWindow(60_000);
  window.add(0, happy(0.7), happy(0.7));
  window.add(300, happy(0.7), happy(0.7));
  window.add(400, happy(0.7), NEUTRAL);
  const { sameLabel, meanDifference, seconds } = window.agreement!;
  expect(sameLabel).toBeCloseTo(0.75);
  // A quarter of the time two of six probabilities are 0.3 apart.
  expect(meanDifference).toBeCloseTo((0.25 * 2 * 0.3) / 6);
  expect(seconds).toBeCloseTo(0.4);
});

test('the same label of which one is not certain is another reading', () => {
  const window = new AgreementWindow(60_000);
  window.add(0, happy(0.7), happy(0.7));
  window.add(100, happy(0.7), happy(0.7, false));
  expect(window.agreement?.sameLabel).toBe(0);
});

test('a frame after a gap stands for a second at most', () => {
  const window = new AgreementWindow(60_000);
  window.add(0, happy(0.7), happy(0.7));
  window.add(30_000, happy(0.7), NEUTRAL);
  expect(window.agreement?.seconds).toBe(1);
});

test('what is older than the window no longer counts', () => {
  const window = new AgreementWindow(1000);
  for (let at = 0; at <= 1000; at += 100) window.add(at, happy(0.7), NEUTRAL);
  for (let at = 1100; at <= 2200; at += 100) window.add(at, happy(0.7), happy(0.7));
  expect(window.agreement).toMatchObject({ sameLabel: 1, meanDifference: 0 });
});

test('one frame says nothing yet, and nothing is known after clear', () => {
  const window = new AgreementWindow(1000);
  window.add(0, happy(0.7), NEUTRAL);
  expect(window.agreement).toBeNull();
  window.add(10, happy(0.7), NEUTRAL);
  window.clear();
  expect(window.agreement).toBeNull();
});
