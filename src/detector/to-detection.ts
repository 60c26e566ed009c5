import type { Detection as Found } from '@mediapipe/tasks-vision';
import type { Detection, Keypoints } from '../core/tracking/face.ts';
import type { Point, Size } from '../core/geometry/shapes.ts';

/** In the order BlazeFace gives them. */
function keypointsOf(found: Found['keypoints'], frame: Size): Keypoints | null {
  const points = found.map(({ x, y }): Point => ({ x: x * frame.width, y: y * frame.height }));
  const [rightEye, leftEye, nose, mouth, rightEar, leftEar] = points;
  if (!rightEye || !leftEye || !nose || !mouth || !rightEar || !leftEar) return null;
  return { rightEye, leftEye, nose, mouth, rightEar, leftEar };
}

/**
 * MediaPipe's detection in pixels of the frame; null where something is missing.
 * @param scale frame pixels a pixel of the image that was searched.
 */
export function toDetection(found: Found, scale: number, frame: Size): Detection | null {
  const { boundingBox, keypoints, categories } = found;
  const points = keypointsOf(keypoints, frame);
  const score = categories[0]?.score;
  if (boundingBox === undefined || points === null || score === undefined) return null;
  const box = {
    x: boundingBox.originX * scale,
    y: boundingBox.originY * scale,
    width: boundingBox.width * scale,
    height: boundingBox.height * scale,
  };
  return { box, keypoints: points, score };
}
