import { expect, test } from 'vitest';
import { compose, scaling, translation } from '../../../src/core/geometry/affine.ts';
import { cropTransform } from '../../../src/core/geometry/alignment.ts';
import { FACE_REGIONS, faceRegions } from '../../../src/core/explain/face-regions.ts';
import type { Keypoints } from '../../../src/core/tracking/face.ts';

const SIZE = 48;
const CROP = { kind: 'face', eyes: { x: 0.5, y: 0.4, distance: 0.375 } } as const;
/** A face that looks at the camera, 100 pixels between its eyes. */
const FACE: Keypoints = {
  rightEye: { x: 300, y: 200 },
  leftEye: { x: 400, y: 200 },
  nose: { x: 350, y: 255 },
  mouth: { x: 350, y: 310 },
  rightEar: { x: 260, y: 215 },
  leftEar: { x: 440, y: 215 },
};
const TO_FRAME = cropTransform(FACE, CROP, SIZE);
const REGIONS = faceRegions(FACE, TO_FRAME, SIZE);

/** In which regions a point of the frame lies. */
function regionsAt(x: number, y: number, regions = REGIONS, toFrame = TO_FRAME) {
  const column = Math.floor((x - toFrame.e) / toFrame.a);
  const row = Math.floor((y - toFrame.f) / toFrame.d);
  return FACE_REGIONS.filter((region) => regions[region][row * SIZE + column] === 1);
}

test('the parts lie where they do in a face', () => {
  expect(regionsAt(302, 201)).toEqual(['eyes', 'right-half']);
  expect(regionsAt(402, 201)).toEqual(['eyes', 'left-half']);
  expect(regionsAt(390, 162)).toEqual(['brows', 'left-half']);
  expect(regionsAt(360, 312)).toEqual(['mouth', 'left-half']);
  expect(regionsAt(325, 305)).toEqual(['mouth', 'right-half']);
  expect(regionsAt(330, 250)).toEqual(['right-half']);
});

test('the halves share the face between them', () => {
  const both = REGIONS['left-half'].map((one, i) => one + REGIONS['right-half'][i]!);
  expect(both.filter((count) => count > 1)).toHaveLength(0);
  expect(both.filter((count) => count === 1).length).toBeGreaterThan(0.95 * SIZE * SIZE);
});

test('no part is empty, and none but the halves hides more than a third', () => {
  for (const region of FACE_REGIONS) {
    const share = REGIONS[region].reduce((sum, one) => sum + one, 0) / SIZE ** 2;
    expect(share, region).toBeGreaterThan(0.04);
    expect(share, region).toBeLessThan(region.endsWith('half') ? 0.6 : 0.34);
  }
});

test('they follow a face wherever it is, and however large', () => {
  const move = compose(translation(200, 100), scaling(2, 2));
  const moved = Object.fromEntries(
    Object.entries(FACE).map(([name, { x, y }]) => [name, { x: 2 * x + 200, y: 2 * y + 100 }]),
  ) as unknown as Keypoints;
  expect(faceRegions(moved, compose(move, TO_FRAME), SIZE)).toEqual(REGIONS);
});

test('a mouth to the side moves the line between the halves', () => {
  const turned = { ...FACE, mouth: { x: 380, y: 310 } };
  const regions = faceRegions(turned, TO_FRAME, SIZE);
  expect(regionsAt(365, 305, regions)).toEqual(['mouth', 'right-half']);
});
