import { describe, expect, test } from 'vitest';
import { sumUnits, type SomeUnits } from '../../../src/sources/drawn/action-units.ts';
import { featuresOf, type Features } from '../../../src/sources/drawn/features.ts';
import { LOOKS } from '../../../src/sources/drawn/looks.ts';
import { poseAt } from '../../../src/sources/drawn/pose.ts';
import { CYCLE } from '../../../src/sources/drawn/script.ts';

function faceWith(units: SomeUnits): Features {
  return featuresOf(sumUnits([[1, units]]), LOOKS[0]!);
}

describe('featuresOf(units, look)', () => {
  const rest = faceWith({});

  test('cornerPull takes the corners of the mouth up and out', () => {
    const { corner } = faceWith({ cornerPull: 1 }).mouth;
    expect(corner.y).toBeLessThan(rest.mouth.corner.y - 5);
    expect(corner.x).toBeGreaterThan(rest.mouth.corner.x + 5);
  });

  test('cornerDepress takes them down', () => {
    const { corner } = faceWith({ cornerDepress: 1 }).mouth;
    expect(corner.y).toBeGreaterThan(rest.mouth.corner.y + 5);
  });

  test('browLower takes the inner brows down and together', () => {
    const { inner } = faceWith({ browLower: 1 }).brow;
    expect(inner.y).toBeGreaterThan(rest.brow.inner.y + 5);
    expect(inner.x).toBeLessThan(rest.brow.inner.x - 3);
  });

  test('innerBrowRaise with browLower slants the brows, as in sadness', () => {
    const { inner, outer } = faceWith({ innerBrowRaise: 1, browLower: 0.6 }).brow;
    expect(inner.y).toBeLessThan(rest.brow.inner.y - 5);
    expect(outer.y).toBeGreaterThan(inner.y + 10);
  });

  test('a blink closes the eye', () => {
    const { upperInner, upperOuter, lower } = faceWith({ blink: 1 }).eye;
    expect(upperInner + lower).toBeLessThan(1);
    expect(upperOuter + lower).toBeLessThan(1);
  });

  test('jawDrop lowers the chin and opens the mouth', () => {
    const { jaw, mouth } = faceWith({ jawDrop: 1 });
    expect(jaw).toBeGreaterThan(10);
    expect(mouth.lowerTop - mouth.upperBottom).toBeGreaterThan(10);
  });

  test('lips never cross and lids never turn inside out', () => {
    for (let seconds = 0; seconds < LOOKS.length * CYCLE; seconds += 0.1) {
      const { look, units } = poseAt(seconds);
      const { mouth, eye } = featuresOf(units, look);
      expect(mouth.upperTop).toBeLessThan(mouth.upperBottom);
      expect(mouth.upperBottom).toBeLessThanOrEqual(mouth.lowerTop);
      expect(mouth.lowerTop).toBeLessThan(mouth.lowerBottom);
      expect(eye.upperInner + eye.lower).toBeGreaterThanOrEqual(0);
      expect(eye.upperOuter + eye.lower).toBeGreaterThanOrEqual(0);
    }
  });
});
