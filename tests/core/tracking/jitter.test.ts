import { describe, expect, test } from 'vitest';
import type { Detection } from '../../../src/core/tracking/face.ts';
import { dampJitter } from '../../../src/core/tracking/jitter.ts';
import { distance } from '../../../src/core/geometry/boxes.ts';
import { mulberry32 } from '../../../src/core/math/random.ts';
import { faceAt } from '../../support/faces.ts';

const SIDE = 100;

/** Follows the faces one after another, from the first. */
function followed(faces: readonly Detection[]): Detection[] {
  return faces.reduce<Detection[]>((damped, face) => {
    const previous = damped.at(-1);
    return [...damped, previous === undefined ? face : dampJitter(previous, face)];
  }, []);
}

function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

test.each([
  [0.5, 0.4],
  [1, 0.6],
])('jitter of %f percent of the face shrinks to a part of %f', (size, part) => {
  const next = mulberry32(3);
  // A sum of four even numbers deviates by 0.577.
  const shake = () => (((next() + next() + next() + next()) / 2 ** 32 - 2) * size) / 0.577;
  const measured = Array.from({ length: 300 }, () => faceAt(200 + shake(), 200 + shake(), SIDE));
  const eyes = (faces: readonly Detection[]) => faces.map((face) => face.keypoints.leftEye.x);
  expect(spread(eyes(measured))).toBeCloseTo(size, 1);
  expect(spread(eyes(followed(measured)))).toBeLessThan(part * size);
});

describe('motion', () => {
  const moving = (speed: number) =>
    Array.from({ length: 40 }, (_, i) => faceAt(200 + speed * i, 200, SIDE));

  test('that is fast has no lag', () => {
    const measured = moving(5);
    expect(followed(measured)).toEqual(measured);
  });

  test.each([0.1, 0.5, 1, 1.7, 2.4, 3.9])(
    'of %f px a frame lags by 1.6 %% of the face at most',
    (speed) => {
      const measured = moving(speed);
      followed(measured).forEach((face, i) => {
        const truth = measured[i]!;
        expect(distance(face.keypoints.mouth, truth.keypoints.mouth)).toBeLessThan(0.016 * SIDE);
        expect(distance(face.box, truth.box)).toBeLessThan(0.016 * SIDE);
      });
    },
  );
});

test('a face that holds still is reached', () => {
  const faces = [faceAt(200, 200, SIDE), ...new Array<Detection>(40).fill(faceAt(203, 200, SIDE))];
  expect(followed(faces).at(-1)!.keypoints.nose.x).toBeCloseTo(203, 2);
  expect(followed(faces).at(-1)!.box.x).toBeCloseTo(153, 2);
});

test('the box grows with the face', () => {
  const { box, score } = dampJitter(faceAt(200, 200, 100), faceAt(200, 200, 130, 0.7));
  expect(box.width).toBeCloseTo(130, 9);
  expect(box.height).toBeCloseTo(130, 9);
  expect(score).toBe(0.7);
});
