import { describe, expect, test } from 'vitest';
import { EMOTIONS, type PerEmotion } from '../../../src/core/blemore/emotions.ts';
import { ACTION_UNITS } from '../../../src/sources/drawn/action-units.ts';
import { sharesOf } from '../../../src/sources/drawn/expression.ts';
import { PROTOTYPES, unitsOf } from '../../../src/sources/drawn/prototypes.ts';

describe('unitsOf(shares)', () => {
  test.each(EMOTIONS)('%s alone is its prototype', (emotion) => {
    const units = unitsOf(sharesOf({ [emotion]: 100 }));
    for (const unit of ACTION_UNITS) expect(units[unit]).toBe(PROTOTYPES[emotion][unit] ?? 0);
  });

  test('a neutral face is at rest', () => {
    expect(Object.values(unitsOf([0, 0, 0, 0, 0, 1])).every((value) => value === 0)).toBe(true);
  });

  test('a blend is as strong as a single emotion, in the proportion of its shares', () => {
    // Cheeks rise only in happiness, inner brows only in sadness.
    const units = unitsOf(sharesOf({ hap: 70, sad: 30 }));
    const happiness = units.cheekRaise / PROTOTYPES.hap.cheekRaise!;
    const sadness = units.innerBrowRaise / PROTOTYPES.sad.innerBrowRaise!;
    expect(happiness ** 2).toBeCloseTo(0.7);
    expect(sadness ** 2).toBeCloseTo(0.3);
  });

  test('half neutral is half as strong', () => {
    const units = unitsOf(sharesOf({ fea: 50, neu: 50 }));
    expect(units.lidRaise).toBeCloseTo(0.5 * PROTOTYPES.fea.lidRaise!);
  });

  test('no muscle goes further than it can', () => {
    for (const first of EMOTIONS) {
      for (const second of EMOTIONS) {
        const shares: PerEmotion = sharesOf(
          first === second ? { [first]: 1 } : { [first]: 50, [second]: 50 },
        );
        for (const value of Object.values(unitsOf(shares))) {
          expect(Math.abs(value)).toBeLessThanOrEqual(1);
        }
      }
    }
  });
});
