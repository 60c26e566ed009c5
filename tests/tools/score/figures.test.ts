import { describe, expect, test } from 'vitest';
import { single } from '../../../src/core/blemore/label.ts';
import type { PerEmotion } from '../../../src/core/blemore/emotions.ts';
import { figuresOf, type ScoredFace } from '../../../src/tools/score/figures.ts';

const THRESHOLDS = { alpha: 0.25, beta: 0.1 };

const HAPPY: PerEmotion = [0, 0, 0, 1, 0, 0];
const SAD: PerEmotion = [0, 0, 0, 0, 1, 0];
const SAYS_HAPPY: PerEmotion = [0.05, 0.05, 0.1, 0.6, 0.1, 0.1];

function face(target: PerEmotion, probabilities: PerEmotion, label = single('hap')): ScoredFace {
  return { target, label, probabilities };
}

test('accuracy counts faces, UAR classes', () => {
  const faces = [face(HAPPY, SAYS_HAPPY), face(HAPPY, SAYS_HAPPY), face(HAPPY, SAYS_HAPPY)];
  const figures = figuresOf([...faces, face(SAD, SAYS_HAPPY)], THRESHOLDS);
  expect(figures.accuracy).toBe(0.75);
  expect(figures.uar).toBe(0.5);
});

test('ties go to the first label, in votes and in probabilities', () => {
  const halves: PerEmotion = [0.5, 0, 0, 0.5, 0, 0];
  expect(figuresOf([face(halves, [0.4, 0, 0, 0.4, 0.2, 0])], THRESHOLDS).accuracy).toBe(1);
  expect(figuresOf([face(halves, [0.3, 0, 0, 0.4, 0.3, 0])], THRESHOLDS).accuracy).toBe(0);
});

describe('the divergence', () => {
  test('of the target from the probabilities is averaged, in nats', () => {
    const target: PerEmotion = [0, 0, 0, 0.5, 0.5, 0];
    const even: PerEmotion = [0, 0, 0, 0.25, 0.75, 0];
    const expected = 0.5 * Math.log(0.5 / 0.25) + 0.5 * Math.log(0.5 / 0.75);
    const { kl } = figuresOf([face(target, even), face(target, target)], THRESHOLDS);
    expect(kl).toBeCloseTo(expected / 2, 12);
  });

  test('stays finite where a probability is zero', () => {
    expect(figuresOf([face(SAD, HAPPY)], THRESHOLDS).kl).toBeCloseTo(12 * Math.log(10), 9);
  });
});

test('presence and salience are those of the rule at the given thresholds', () => {
  const blend = [
    { emotion: 'hap', salience: 50 },
    { emotion: 'sad', salience: 50 },
  ] as const;
  const target: PerEmotion = [0, 0, 0, 0.5, 0.5, 0];
  const faces = [
    face(target, [0, 0, 0, 0.5, 0.45, 0.05], blend),
    face(target, [0, 0, 0, 0.6, 0.35, 0.05], blend),
    face(HAPPY, SAYS_HAPPY),
  ];
  expect(figuresOf(faces, THRESHOLDS)).toMatchObject({ acc_presence: 1, acc_salience: 0.5 });
  const strict = { alpha: 0.5, beta: 0.1 };
  expect(figuresOf(faces, strict)).toMatchObject({ acc_presence: 1 / 3, acc_salience: 0 });
});

test('nothing is said of no faces', () => {
  expect(figuresOf([], THRESHOLDS)).toEqual({
    accuracy: null,
    uar: null,
    kl: null,
    acc_presence: null,
    acc_salience: null,
  });
});
