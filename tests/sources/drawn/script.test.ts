import { describe, expect, test } from 'vitest';
import { EMOTIONS, type Emotion, type PerEmotion } from '../../../src/core/blemore/emotions.ts';
import { CYCLE, HOLD, scriptAt } from '../../../src/sources/drawn/script.ts';

const PICTURE = 1 / 30;
const times = Array.from({ length: Math.floor((2 * CYCLE) / PICTURE) }, (_, i) => i * PICTURE);
const moments = times.map((seconds) => ({ seconds, ...scriptAt(seconds) }));

/** The shares above zero, in percent, e.g. "hap 70 sad 30". */
function nameOf(shares: PerEmotion): string {
  return EMOTIONS.flatMap((emotion: Emotion, i) =>
    shares[i]! > 0 ? [`${emotion} ${Math.round(100 * shares[i]!)}`] : [],
  ).join(' ');
}

/** How many seconds of one cycle show exactly this. */
function held(name: string): number {
  const pictures = moments.filter(
    ({ seconds, shares }) => seconds < CYCLE && nameOf(shares) === name,
  );
  return pictures.length * PICTURE;
}

describe('scriptAt(seconds)', () => {
  test('is the same for the same seconds', () => {
    for (const seconds of [0, 0.5, 6.2, 61.7, 1234.5]) {
      expect(scriptAt(seconds)).toEqual(scriptAt(seconds));
    }
  });

  test('shares sum to 1 at every picture', () => {
    for (const { shares } of moments) {
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    }
  });

  test.each(EMOTIONS)('%s is held alone in every cycle', (emotion) => {
    expect(held(`${emotion} 100`)).toBeGreaterThanOrEqual(HOLD - PICTURE);
  });

  test('blends of 70/30, 50/50 and 30/70 are held in every cycle', () => {
    const blends = new Set(moments.map(({ shares }) => nameOf(shares)));
    for (const salience of [/^\w+ 70 \w+ 30$/, /^\w+ 50 \w+ 50$/, /^\w+ 30 \w+ 70$/]) {
      const found = [...blends].filter((name) => salience.test(name) && held(name) > HOLD / 2);
      expect(found).not.toHaveLength(0);
    }
  });

  test('moves without jumps', () => {
    for (let i = 1; i < moments.length; i += 1) {
      for (const [k, share] of moments[i]!.shares.entries()) {
        expect(Math.abs(share - moments[i - 1]!.shares[k]!)).toBeLessThan(0.06);
      }
    }
  });

  test('starts with a neutral face and the first person', () => {
    expect(nameOf(scriptAt(0).shares)).toBe('neu 100');
    expect(scriptAt(0).person).toBe(0);
  });

  test('another person comes only while the face is neutral', () => {
    const changes = moments.filter(({ person }, i) => i > 0 && person !== moments[i - 1]!.person);
    expect(changes.length).toBeGreaterThanOrEqual(3);
    for (const { shares } of changes) expect(nameOf(shares)).toBe('neu 100');
    for (const [i, { person }] of changes.entries()) expect(person).toBe(i + 1);
  });

  test('starts again after a cycle', () => {
    expect(scriptAt(CYCLE + 12).shares).toEqual(scriptAt(12).shares);
  });
});
