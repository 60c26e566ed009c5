import { describe, expect, test } from 'vitest';
import type { Logits } from '../../../src/core/blemore/emotions.ts';
import { smooth, type Smoothed } from '../../../src/core/reading/smoothing.ts';

const CALM: Logits = [0, 0, 0, 0, 0, 4];
const SMILE: Logits = [0, -2, 0, 6, 0, 0];

/** Frames of one expression at a steady rate, after a first frame of another at time 0. */
function settle(from: Logits, to: Logits, fps: number, seconds: number, tau: number): Smoothed {
  let state = smooth(null, from, 0, tau);
  for (let frame = 1; frame <= fps * seconds; frame++) {
    state = smooth(state, to, (frame * 1000) / fps, tau);
  }
  return state;
}

test('the first frame is taken as it is', () => {
  expect(smooth(null, SMILE, 1234, 0.5)).toEqual({ logits: SMILE, at: 1234 });
});

test('after one time constant 1 − 1/e of a step is there', () => {
  const { logits } = settle(CALM, SMILE, 30, 0.5, 0.5);
  expect(logits[3]).toBeCloseTo(6 * (1 - 1 / Math.E), 10);
  expect(logits[5]).toBeCloseTo(4 / Math.E, 10);
});

test.each([2, 5, 10, 24, 60, 144])('at %i frames per second the step is the same', (fps) => {
  const reference = settle(CALM, SMILE, 30, 2, 0.4).logits;
  settle(CALM, SMILE, fps, 2, 0.4).logits.forEach((logit, i) => {
    expect(logit).toBeCloseTo(reference[i]!, 10);
  });
});

test('frames at irregular times end where regular ones do', () => {
  let state = smooth(null, CALM, 0, 0.4);
  for (const at of [3, 90, 91, 400, 1100, 1101, 2000]) state = smooth(state, SMILE, at, 0.4);
  const reference = settle(CALM, SMILE, 30, 2, 0.4).logits;
  state.logits.forEach((logit, i) => {
    expect(logit).toBeCloseTo(reference[i]!, 10);
  });
});

test('a time constant of 0 is no smoothing', () => {
  const state = smooth(smooth(null, CALM, 0, 0), SMILE, 0, 0);
  expect(state.logits).toEqual(SMILE);
});

describe('nothing becomes NaN', () => {
  test('where time stands still or runs back', () => {
    const state = smooth(null, CALM, 100, 0.4);
    expect(smooth(state, SMILE, 100, 0.4)).toEqual(state);
    expect(smooth(state, SMILE, 40, 0.4)).toEqual(state);
  });

  test('where hours pass between frames, or τ is tiny', () => {
    const state = smooth(null, CALM, 0, 0.4);
    expect(smooth(state, SMILE, 1e10, 0.4).logits).toEqual(SMILE);
    expect(smooth(state, SMILE, 1, 1e-300).logits).toEqual(SMILE);
  });
});
