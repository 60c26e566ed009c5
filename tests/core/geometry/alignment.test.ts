import { describe, expect, test } from 'vitest';
import { invert, transformPoint } from '../../../src/core/geometry/affine.ts';
import { cropTransform, frameTransform } from '../../../src/core/geometry/alignment.ts';
import type { Keypoints } from '../../../src/core/tracking/face.ts';
import type { Point } from '../../../src/core/geometry/shapes.ts';

const CROP = { kind: 'face', eyes: { x: 0.5, y: 0.4, distance: 0.375 } } as const;
const NOWHERE = { x: 0, y: 0 };

function faceWithEyes(rightEye: Point, leftEye: Point): Keypoints {
  const rest = { nose: NOWHERE, mouth: NOWHERE, rightEar: NOWHERE, leftEar: NOWHERE };
  return { rightEye, leftEye, ...rest };
}

function expectPoint(actual: Point, x: number, y: number) {
  expect(actual.x).toBeCloseTo(x, 9);
  expect(actual.y).toBeCloseTo(y, 9);
}

describe('cropTransform', () => {
  test.each([
    ['upright', { x: 100, y: 80 }, { x: 160, y: 80 }],
    ['tilted', { x: 200.5, y: 150 }, { x: 260, y: 190.25 }],
    ['upside down', { x: 300, y: 90 }, { x: 240, y: 88 }],
  ])('puts the eyes where the pack wants them: %s', (_, rightEye, leftEye) => {
    const toCrop = invert(cropTransform(faceWithEyes(rightEye, leftEye), CROP, 48));
    expectPoint(transformPoint(toCrop, rightEye), 24 - 9, 19.2);
    expectPoint(transformPoint(toCrop, leftEye), 24 + 9, 19.2);
  });

  test('honours eyes off the middle', () => {
    const crop = { kind: 'face', eyes: { x: 0.45, y: 0.3, distance: 0.2 } } as const;
    const face = faceWithEyes({ x: 10, y: 10 }, { x: 30, y: 10 });
    const toCrop = invert(cropTransform(face, crop, 100));
    expectPoint(transformPoint(toCrop, { x: 20, y: 10 }), 45, 30);
    expectPoint(transformPoint(toCrop, { x: 30, y: 10 }), 55, 30);
  });

  test('does not mirror', () => {
    const face = faceWithEyes({ x: 100, y: 80 }, { x: 150, y: 110 });
    const { a, b, c, d } = cropTransform(face, CROP, 48);
    expect(a * d - b * c).toBeGreaterThan(0);
  });

  test('of eyes that coincide is upright and finite', () => {
    const face = faceWithEyes({ x: 50, y: 60 }, { x: 50, y: 60 });
    const transform = cropTransform(face, CROP, 48);
    expect(transform.b).toBe(0);
    expect(transform.a).toBeCloseTo(1 / 18, 9);
    expectPoint(transformPoint(transform, { x: 24, y: 19.2 }), 50, 60);
  });
});

describe('frameTransform', () => {
  const frame = { width: 640, height: 360 };

  test('centre takes the middle square of the short side', () => {
    const transform = frameTransform(frame, { kind: 'frame', fit: 'centre' }, 224);
    expectPoint(transformPoint(transform, NOWHERE), 140, 0);
    expectPoint(transformPoint(transform, { x: 224, y: 224 }), 500, 360);
  });

  test('centre with resize cuts a smaller square', () => {
    const transform = frameTransform(frame, { kind: 'frame', fit: 'centre', resize: 256 }, 224);
    const scale = 360 / 256;
    expectPoint(transformPoint(transform, NOWHERE), 320 - 112 * scale, 180 - 112 * scale);
    expectPoint(transformPoint(transform, { x: 112, y: 112 }), 320, 180);
  });

  test('squash takes the whole frame', () => {
    const transform = frameTransform(frame, { kind: 'frame', fit: 'squash' }, 224);
    expectPoint(transformPoint(transform, NOWHERE), 0, 0);
    expectPoint(transformPoint(transform, { x: 224, y: 224 }), 640, 360);
  });
});
