import { describe, expect, test } from 'vitest';
import type { Logits } from '../../../src/core/blemore/emotions.ts';
import { perEmotion } from '../../../src/core/blemore/per-emotion.ts';
import { withOwnNeutral } from '../../../src/core/reading/own-neutral.ts';
import { softmax } from '../../../src/core/reading/softmax.ts';
import { RELAXED } from '../../support/relaxed-faces.ts';

const sure = (logits: Logits) => ({ logits, confidence: 1 });
const leads = (logits: Logits) => logits.indexOf(Math.max(...logits));

describe('withOwnNeutral', () => {
  test('puts every emotion of the face at rest the margin below neutral', () => {
    const rest: Logits = [-3, -4, -5, -4.5, -1, 0];
    expect(withOwnNeutral(rest, sure(rest), RELAXED)).toEqual([-1.5, -1.5, -1.5, -1.5, -1.5, 0]);
  });

  test('keeps differences to the rest: what rises by two logits rises by two', () => {
    const rest: Logits = [-3, -4, -5, -4.5, -1, 0];
    const smiling = perEmotion((i) => rest[i] + (i === 3 ? 3 : 0));
    const [anger, , , happiness, , neutral] = withOwnNeutral(smiling, sure(rest), RELAXED);
    expect(happiness - anger).toBeCloseTo(3, 12);
    expect(happiness).toBeGreaterThan(neutral);
  });

  test('does nothing without a neutral, and half of it at half the confidence', () => {
    const logits: Logits = [-1, -2, -3, -1, 0, 1];
    expect(withOwnNeutral(logits, null, RELAXED)).toEqual(logits);
    const rest: Logits = [-3, -4, -5, -4.5, -1, 0];
    const full = withOwnNeutral(logits, { logits: rest, confidence: 1 }, RELAXED);
    const half = withOwnNeutral(logits, { logits: rest, confidence: 0.5 }, RELAXED);
    for (const i of [0, 1, 2, 3, 4, 5] as const) {
      expect(half[i]).toBeCloseTo((full[i] + logits[i]) / 2, 12);
    }
  });

  test('a stern face at rest is neutral, and still angry when it is', () => {
    const stern: Logits = [0.4, -3, -4, -6, -2, 0];
    expect(leads(withOwnNeutral(stern, sure(stern), RELAXED))).toBe(5);
    const angry = perEmotion((i) => stern[i] + (i === 0 ? 3 : 0));
    expect(leads(withOwnNeutral(angry, sure(stern), RELAXED))).toBe(0);
  });

  test('whatever was taken for the rest, an ordinary relaxed face stays neutral', () => {
    const typical = RELAXED.mean;
    for (const emotion of [0, 1, 2, 3, 4] as const) {
      // An emotion in full, with all the others as far down as they go.
      const wrong = perEmotion((i) => (i === 5 ? 0 : i === emotion ? 8 : -12));
      expect(leads(withOwnNeutral(typical, sure(wrong), RELAXED)), `rest ${emotion}`).toBe(5);
    }
  });

  test('a shift of all logits alike changes no probability', () => {
    const rest: Logits = [-3, -4, -5, -4.5, -1, 0];
    const one = softmax(withOwnNeutral([1, 2, 3, 4, 5, 6], sure(rest), RELAXED));
    const other = softmax(withOwnNeutral([11, 12, 13, 14, 15, 16], sure(rest), RELAXED));
    for (const i of [0, 1, 2, 3, 4, 5] as const) expect(one[i]).toBeCloseTo(other[i], 12);
  });
});
