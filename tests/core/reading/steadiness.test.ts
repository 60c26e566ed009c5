import { describe, expect, test } from 'vitest';
import { steady, type Steady } from '../../../src/core/reading/steadiness.ts';

const same = (a: string, b: string): boolean => a === b;

/** The label on show after each frame. */
function shown(frames: readonly (readonly [at: number, label: string])[]): string[] {
  let state: Steady<string> | null = null;
  return frames.map(([at, label]) => {
    state = steady(state, label, at, same);
    return state.shown;
  });
}

/** Labels at 20 frames per second. */
function every50ms(labels: string): string {
  return shown(Array.from(labels).map((label, i) => [i * 50, label] as const)).join('');
}

test('the first label shows at once', () => {
  expect(shown([[5000, 'A']])).toEqual(['A']);
});

test('another label shows after 300 ms of agreement', () => {
  //                  0  . . . . . 300 ms after the first B
  expect(every50ms('AABBBBBBBBB')).toBe('AAAAAAAABBB');
});

test('whatever the frame rate', () => {
  const frames = [0, 299, 300].map((at) => [1000 + at, 'B'] as const);
  expect(shown([[0, 'A'], ...frames])).toEqual(['A', 'A', 'A', 'B']);
  expect(
    shown([
      [0, 'A'],
      [1000, 'B'],
      [2000, 'B'],
    ]),
  ).toEqual(['A', 'A', 'B']);
});

describe('flicker', () => {
  test('between two labels changes nothing, for as long as it lasts', () => {
    expect(every50ms('A' + 'BA'.repeat(100))).toBe('A'.repeat(201));
    expect(every50ms('A' + 'BBBBBA'.repeat(50))).toBe('A'.repeat(301));
  });

  test('among other labels is no agreement', () => {
    expect(every50ms('A' + 'BC'.repeat(50))).toBe('A'.repeat(101));
  });

  test('starts the wait anew', () => {
    expect(every50ms('ABBBBBCBBBBBBB')).toBe('AAAAAAAAAAAAAB');
  });
});

test('the label that has left must itself wait to come back', () => {
  expect(every50ms('ABBBBBBBAAAAAAA')).toBe('AAAAAAABBBBBBBA');
});
