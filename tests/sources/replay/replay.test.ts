import { describe, expect, test } from 'vitest';
import { cropTransform } from '../../../src/core/geometry/alignment.ts';
import { facesInPicture, recordedAnalysis } from '../../../src/sources/replay/replay.ts';
import { faceAt } from '../../support/faces.ts';
import { reportFrames } from '../../support/reports.ts';

const [FRAME] = reportFrames(1, true);
const EYES = { kind: 'face', eyes: { x: 0.5, y: 0.4, distance: 0.375 } } as const;

describe('facesInPicture(frame)', () => {
  test('of a crop, faces lie so that the same crop is cut once more', () => {
    const face = { ...faceAt(300, 200, 140), id: 1 };
    // Tilted, so that the crop is turned against the frame.
    const tilted = { ...face, keypoints: { ...face.keypoints, leftEye: { x: 325, y: 190 } } };
    const toFrame = cropTransform(tilted.keypoints, EYES, 48);
    const output = { kind: 'read', logits: [0, 0, 0, 1, 0, 0], at: 0 } as const;
    const known = facesInPicture({
      ...FRAME!,
      faces: [{ face: tilted, primary: true, output }],
      picture: { file: 'pictures/0001.png', toFrame },
    });
    expect(known.primary).toBe(1);
    const again = cropTransform(known.faces[0]!.keypoints, EYES, 48);
    for (const [name, value] of Object.entries({ a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 })) {
      expect(again[name as 'a'], name).toBeCloseTo(value, 9);
    }
  });

  test('names those alone that were read', () => {
    const [face] = FRAME!.faces;
    const known = facesInPicture({
      ...FRAME!,
      faces: [{ ...face!, output: { kind: 'implausible', reason: 'turned' } }],
    });
    expect(known).toEqual({ faces: [], primary: null });
  });
});

test('recordedAnalysis(frame, capturedAt) is on the clock of its frame', () => {
  const [, , frame] = reportFrames(3, false);
  const analysis = recordedAnalysis(frame!, 90_000);
  expect(analysis).toMatchObject({ capturedAt: 90_000, size: frame!.size });
  expect(analysis.faces[0]?.outputs).toEqual([
    { kind: 'read', logits: [0, 0, 0, 2, 0, 0], at: 90_000 },
  ]);
});
