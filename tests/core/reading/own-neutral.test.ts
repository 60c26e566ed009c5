import { describe, expect, test } from 'vitest';
import type { Logits } from '../../../src/core/blemore/emotions.ts';
import { perEmotion } from '../../../src/core/blemore/per-emotion.ts';
import { againstNeutral } from '../../../src/core/reading/own-neutral.ts';
import { softmax } from '../../../src/core/reading/softmax.ts';
import { RELAXED } from '../../support/relaxed-faces.ts';

const REST: Logits = [-3, -4, -5, -4.5, -2, 0];
const leads = (logits: Logits) => logits.indexOf(Math.max(...logits));
const raised = (logits: Logits, by: Partial<Record<number, number>>) =>
  perEmotion((i) => logits[i] + (by[i] ?? 0));

describe('againstNeutral', () => {
  test('a face at rest is neutral, and clearly so', () => {
    expect(softmax(againstNeutral(REST, REST, RELAXED))[5]).toBeGreaterThan(0.8);
  });

  test('what rises by more than the margin is read, whichever it is; what rises by less is not', () => {
    for (const emotion of [0, 1, 2, 3, 4] as const) {
      const [below, above] = [-0.1, 0.1].map((beside) =>
        raised(REST, { [emotion]: RELAXED.margin + beside }),
      );
      expect(leads(againstNeutral(below!, REST, RELAXED))).toBe(5);
      expect(leads(againstNeutral(above!, REST, RELAXED))).not.toBe(5);
    }
  });

  test('a stern face at rest is neutral, still angry when it is, and glad when it smiles', () => {
    const stern: Logits = [0.4, -3, -4, -6, -2, 0];
    expect(leads(againstNeutral(stern, stern, RELAXED))).toBe(5);
    expect(leads(againstNeutral(raised(stern, { 0: 3 }), stern, RELAXED))).toBe(0);
    expect(leads(againstNeutral(raised(stern, { 0: -2, 3: 6 }), stern, RELAXED))).toBe(3);
  });

  test('which emotion is read is not decided by what rose furthest', () => {
    // Anger has risen by six, from further below, and disgust by seven.
    const frowning = raised([-6, -8, -6, -6, -3, 0], { 0: 6, 1: 7, 5: -3 });
    const read = againstNeutral(frowning, [-6, -8, -6, -6, -3, 0], RELAXED);
    expect(leads(read)).toBe(0);
  });

  test('shares of two emotions do not depend on how far both have risen above neutral', () => {
    const both = raised(REST, { 3: 2.9, 4: 1.5 });
    const more = raised(both, { 5: -0.5 });
    const [one, other] = [both, more].map((each) => againstNeutral(each, REST, RELAXED));
    expect(one![3] - one![4]).toBeCloseTo(other![3] - other![4], 12);
    expect(softmax(other!)[5]).toBeLessThan(softmax(one!)[5]);
  });

  test('whatever was taken for the rest, an ordinary relaxed face stays neutral', () => {
    for (const emotion of [0, 1, 2, 3, 4] as const) {
      // An emotion in full, with all the others as far down as they go.
      const wrong = perEmotion((i) => (i === 5 ? 0 : i === emotion ? 8 : -12));
      expect(leads(againstNeutral(RELAXED.mean, wrong, RELAXED)), `rest ${emotion}`).toBe(5);
    }
  });

  test('nothing is surer than sure, so that smoothing soon comes back from it', () => {
    const grin = againstNeutral(raised(REST, { 3: 20 }), REST, RELAXED);
    expect(softmax(grin)[3]).toBeGreaterThan(0.97);
    expect(Math.max(...grin) - Math.min(...grin)).toBeLessThanOrEqual(6);
  });

  test('a shift of all logits alike changes nothing', () => {
    const one = againstNeutral([1, 2, 3, 4, 5, 6], REST, RELAXED);
    const other = againstNeutral([11, 12, 13, 14, 15, 16], REST, RELAXED);
    for (const i of [0, 1, 2, 3, 4, 5] as const) expect(one[i]).toBeCloseTo(other[i], 12);
  });
});
