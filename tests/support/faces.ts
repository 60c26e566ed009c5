import type { Detection } from '../../src/core/tracking/face.ts';
import type { Point } from '../../src/core/geometry/shapes.ts';

/** A face of side `side` around (x, y), with its points where BlazeFace would put them. */
export function faceAt(x: number, y: number, side: number, score = 0.9): Detection {
  const at = (right: number, down: number): Point => ({ x: x + right * side, y: y + down * side });
  return {
    box: { x: x - side / 2, y: y - side / 2, width: side, height: side },
    keypoints: {
      rightEye: at(-0.2, -0.15),
      leftEye: at(0.2, -0.15),
      nose: at(0, 0.1),
      mouth: at(0, 0.3),
      rightEar: at(-0.45, -0.05),
      leftEar: at(0.45, -0.05),
    },
    score,
  };
}
