import { describe, expect, test } from 'vitest';
import type { Face, Keypoints } from '../../../src/core/tracking/face.ts';
import { implausibilityOf as implausibilityIn } from '../../../src/core/tracking/implausibility.ts';
import { PlausibilityCheck } from '../../../src/core/tracking/plausibility-check.ts';
import { faceAt } from '../../support/faces.ts';

const implausibilityOf = (face: Face) => implausibilityIn(face, 'short');

function face(changes: Partial<Keypoints> = {}, score = 0.9, side = 100): Face {
  const detection = faceAt(200, 200, side, score);
  return { ...detection, id: 1, keypoints: { ...detection.keypoints, ...changes } };
}

function turnedBy(degrees: number): Face {
  const { keypoints, ...rest } = face();
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const turn = ({ x, y }: { x: number; y: number }) => ({
    x: 200 + cos * (x - 200) - sin * (y - 200),
    y: 200 + sin * (x - 200) + cos * (y - 200),
  });
  const { rightEye, leftEye, nose, mouth, rightEar, leftEar } = keypoints;
  return {
    ...rest,
    keypoints: {
      rightEye: turn(rightEye),
      leftEye: turn(leftEye),
      nose: turn(nose),
      mouth: turn(mouth),
      rightEar: turn(rightEar),
      leftEar: turn(leftEar),
    },
  };
}

/** A face that was found, with a score and with its eyes so far apart in its box. */
function found(score: number, eyes: number): Face {
  const half = (eyes * face().box.width) / 2;
  return face({ rightEye: { x: 200 - half, y: 185 }, leftEye: { x: 200 + half, y: 185 } }, score);
}

describe('implausibilityOf', () => {
  test('nothing speaks against an ordinary face, however it is tilted', () => {
    for (const degrees of [0, 20, -45, 90]) {
      expect(implausibilityOf(turnedBy(degrees)), `${degrees}°`).toBeNull();
    }
  });

  test.each([
    ['a mouth above the eyes', face({ mouth: { x: 200, y: 150 } })],
    ['a mouth between the eyes', face({ mouth: { x: 200, y: 190 } })],
    ['a mouth far below', face({ mouth: { x: 200, y: 280 } })],
    ['a nose above the eyes', face({ nose: { x: 200, y: 170 } })],
    ['a nose outside', face({ nose: { x: 230, y: 210 } })],
    ['a mouth outside', face({ mouth: { x: 160, y: 230 } })],
    [
      'eyes the wrong way round',
      face({ rightEye: { x: 220, y: 185 }, leftEye: { x: 180, y: 185 } }),
    ],
    ['a detector that is not sure', face({}, 0.58)],
    ['an upside-down face that the detector took for an upright one', found(0.7, 0.41)],
    ['the surest of them', found(0.76, 0.42)],
  ])('%s is a face that is turned away', (_, wrong) => {
    expect(implausibilityOf(wrong)).toBe('turned');
  });

  test('an ordinary face of which the detector is no surer is read: its eyes lie further apart', () => {
    expect(implausibilityOf(found(0.74, 0.49))).toBeNull();
    expect(implausibilityOf(found(0.72, 0.5))).toBeNull();
  });

  test('the detector with the longer range is less sure of all faces', () => {
    const doubtful = found(0.65, 0.45);
    expect([implausibilityIn(doubtful, 'short'), implausibilityIn(doubtful, 'full')]).toEqual([
      'turned',
      null,
    ]);
    expect(implausibilityIn(found(0.55, 0.4), 'full')).toBe('turned');
  });

  test('eyes closer than a few pixels are too small', () => {
    expect(implausibilityOf(face({}, 0.9, 29))).toBe('too-small');
    expect(implausibilityOf(face({}, 0.9, 31))).toBeNull();
    const one = { x: 200, y: 200 };
    expect(implausibilityOf(face({ rightEye: one, leftEye: one }))).toBe('too-small');
  });
});

describe('PlausibilityCheck', () => {
  const unsure = face({}, 0.55);

  test('a face that comes implausible is so at once', () => {
    expect(new PlausibilityCheck('short').check([unsure], 0)).toEqual(new Map([[1, 'turned']]));
  });

  test('a face that is read stays so through a moment of doubt, and no longer', () => {
    const check = new PlausibilityCheck('short');
    check.check([face()], 0);
    expect(check.check([unsure], 100).size).toBe(0);
    expect(check.check([unsure], 300).size).toBe(0);
    expect(check.check([unsure], 400).get(1)).toBe('turned');
    expect(check.check([face()], 500).get(1)).toBe('turned');
    expect(check.check([face()], 800).size).toBe(0);
  });

  test('forgets faces that are gone', () => {
    const check = new PlausibilityCheck('short');
    check.check([unsure], 0);
    check.check([], 100);
    expect(check.check([face()], 200).size).toBe(0);
    check.check([unsure], 300);
    check.reset();
    expect(check.check([face()], 350).size).toBe(0);
  });
});
