import { describe, expect, test } from 'vitest';
import { drawFace } from '../../../src/sources/drawn/draw-face.ts';
import { LOOKS } from '../../../src/sources/drawn/looks.ts';
import { poseAt } from '../../../src/sources/drawn/pose.ts';
import { CYCLE } from '../../../src/sources/drawn/script.ts';
import { recordingContext } from '../../support/recording-context.ts';

const SIZE = { width: 1280, height: 720 };

function callsAt(seconds: number) {
  const { context, calls } = recordingContext();
  drawFace(context, SIZE, poseAt(seconds));
  return calls;
}

describe('drawFace(context, size, pose)', () => {
  test('asks for finite numbers only, in every look and expression', () => {
    for (let seconds = 0; seconds < LOOKS.length * CYCLE; seconds += 1.7) {
      const given = callsAt(seconds).flatMap(([, ...values]) => values);
      const numbers = given.filter((value) => typeof value === 'number');
      expect(numbers.length).toBeGreaterThan(1000);
      expect(numbers.every(Number.isFinite)).toBe(true);
      expect(given.filter((value) => String(value).includes('NaN'))).toEqual([]);
    }
  });

  test('leaves the context as it was', () => {
    const names = callsAt(8).map(([name]) => name);
    const count = (wanted: string) => names.filter((name) => name === wanted).length;
    expect(count('save')).toBe(count('restore'));
    expect(names.lastIndexOf('restore')).toBe(names.length - 1);
  });

  test('draws the same picture for the same second, another for another', () => {
    expect(callsAt(8)).toEqual(callsAt(8));
    expect(callsAt(8)).not.toEqual(callsAt(8.1));
  });

  test('draws every look differently', () => {
    const { units } = poseAt(0);
    const pictures = LOOKS.map((look) => {
      const { context, calls } = recordingContext();
      drawFace(context, SIZE, { look, units });
      return JSON.stringify(calls);
    });
    expect(new Set(pictures).size).toBe(LOOKS.length);
    expect(LOOKS.length).toBeGreaterThanOrEqual(4);
  });
});
