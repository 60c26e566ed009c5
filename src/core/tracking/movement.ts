import { transformPoint, type Affine } from '../geometry/affine.ts';
import type { Detection, Face, Keypoints } from './face.ts';
import type { Box, Point } from '../geometry/shapes.ts';

export function moveBox({ x, y, width, height }: Box, by: Point): Box {
  return { x: x + by.x, y: y + by.y, width, height };
}

/** A face with its box and all its points moved, in pixels. */
export function moveBy(face: Face, by: Point): Face {
  return { ...face, box: moveBox(face.box, by), keypoints: moveKeypoints(face.keypoints, by) };
}

/** A face in other coordinates; its box is the smallest upright one around it there. */
export function transformFace<Found extends Detection>(face: Found, transform: Affine): Found {
  const { box, keypoints } = face;
  const at = (point: Point): Point => transformPoint(transform, point);
  const corners = [0, 1].flatMap((right) =>
    [0, 1].map((down) => at({ x: box.x + right * box.width, y: box.y + down * box.height })),
  );
  const [left, top] = [
    Math.min(...corners.map(({ x }) => x)),
    Math.min(...corners.map(({ y }) => y)),
  ];
  const right = Math.max(...corners.map(({ x }) => x));
  const bottom = Math.max(...corners.map(({ y }) => y));
  return {
    ...face,
    box: { x: left, y: top, width: right - left, height: bottom - top },
    keypoints: {
      rightEye: at(keypoints.rightEye),
      leftEye: at(keypoints.leftEye),
      nose: at(keypoints.nose),
      mouth: at(keypoints.mouth),
      rightEar: at(keypoints.rightEar),
      leftEar: at(keypoints.leftEar),
    },
  };
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
