import type { Face, Keypoints } from './face.ts';
import type { Box, Point } from '../geometry/shapes.ts';

export function moveBox({ x, y, width, height }: Box, by: Point): Box {
  return { x: x + by.x, y: y + by.y, width, height };
}

/** A face with its box and all its points moved, in pixels. */
export function moveBy(face: Face, by: Point): Face {
  return { ...face, box: moveBox(face.box, by), keypoints: moveKeypoints(face.keypoints, by) };
}

function moveKeypoints(points: Keypoints, by: Point): Keypoints {
  const move = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  return {
    rightEye: move(points.rightEye),
    leftEye: move(points.leftEye),
    nose: move(points.nose),
    mouth: move(points.mouth),
    rightEar: move(points.rightEar),
    leftEar: move(points.leftEar),
  };
}
