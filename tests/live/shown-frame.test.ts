import { describe, expect, test } from 'vitest';
import type { AnalysedFace, FaceOutput } from '../../src/core/reading/analysis.ts';
import { looksAlike } from '../../src/live/shown-frame.ts';
import { analysedFace, analysisWith, readAs } from '../support/analyses.ts';

const HAPPY = readAs([0, 0, 0, 6, 0, 0], 0);
const SAD = readAs([0, 0, 0, 0, 6, 0], 33);
const SMALL: FaceOutput = { kind: 'implausible', reason: 'too-small' };
const TURNED: FaceOutput = { kind: 'implausible', reason: 'turned' };

const face = (...outputs: readonly FaceOutput[]) => analysedFace(1, true, ...outputs);

function moved(by: number): AnalysedFace {
  const still = face(HAPPY);
  const { box } = still.face;
  return { ...still, face: { ...still.face, box: { ...box, x: box.x + by } } };
}

function grown(by: number): AnalysedFace {
  const still = face(HAPPY);
  const { box } = still.face;
  return { ...still, face: { ...still.face, box: { ...box, height: box.height + by } } };
}

describe('looksAlike(shown, now)', () => {
  const shown = analysisWith(0, face(HAPPY));
  const alike = (...faces: readonly AnalysedFace[]) =>
    looksAlike(shown, analysisWith(33, ...faces));

  test('whatever is read of the same faces in the same places', () => {
    expect(alike(face(HAPPY))).toBe(true);
    expect(alike(face(SAD))).toBe(true);
  });

  test('unless a face has moved or grown by two pixels', () => {
    expect([1.5, -1.5, 2.5, -2.5].map((by) => alike(moved(by)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([1.5, 2.5].map((by) => alike(grown(by)))).toEqual([true, false]);
  });

  test('or came, left, changed places or is another', () => {
    expect(alike()).toBe(false);
    expect(alike(face(HAPPY), analysedFace(2, false, HAPPY))).toBe(false);
    expect(alike(analysedFace(2, true, HAPPY))).toBe(false);
    expect(alike(analysedFace(1, false, HAPPY))).toBe(false);
  });

  test('or is not read any more, or no longer for the same reason', () => {
    expect(alike(face({ kind: 'pending', gathered: 0 }))).toBe(false);
    expect(alike(face(HAPPY, HAPPY))).toBe(false);
    expect(looksAlike(analysisWith(0, face(SMALL)), analysisWith(33, face(SMALL)))).toBe(true);
    expect(looksAlike(analysisWith(0, face(SMALL)), analysisWith(33, face(TURNED)))).toBe(false);
  });

  test('nothing is like what was never shown', () => {
    expect(looksAlike(null, shown)).toBe(false);
  });
});
