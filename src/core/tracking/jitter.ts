import type { Detection, Keypoints } from './face.ts';
import type { Box, Point } from '../geometry/shapes.ts';
import { distance, lastCorner } from '../geometry/boxes.ts';

/** Movements below this share of the face's side are taken for the detector's jitter. */
const JITTER = 0.04;
/** How much of the smallest movement is followed, so that no offset stays for good. */
const LEAST_PART = 0.2;

/**
 * A face's new position with the detector's jitter damped. Each point follows a part of its
 * movement that grows with its square, and all of it from 4 % of the face's side on: fast motion
 * has no lag, and no point is ever further than 1.6 % of the side from where it was measured.
 */
export function dampJitter(previous: Detection, next: Detection): Detection {
  const radius = (JITTER * (next.box.width + next.box.height)) / 2;
  return {
    box: calmBox(previous.box, next.box, radius),
    keypoints: calmKeypoints(previous.keypoints, next.keypoints, radius),
    score: next.score,
  };
}

function calmBox(previous: Box, next: Box, radius: number): Box {
  const { x, y } = calmPoint(previous, next, radius);
  const end = calmPoint(lastCorner(previous), lastCorner(next), radius);
  return { x, y, width: end.x - x, height: end.y - y };
}

function calmKeypoints(previous: Keypoints, next: Keypoints, radius: number): Keypoints {
  const follow = (name: keyof Keypoints) => calmPoint(previous[name], next[name], radius);
  return {
    rightEye: follow('rightEye'),
    leftEye: follow('leftEye'),
    nose: follow('nose'),
    mouth: follow('mouth'),
    rightEar: follow('rightEar'),
    leftEar: follow('leftEar'),
  };
}

function calmPoint(previous: Point, next: Point, radius: number): Point {
  const part = Math.max(LEAST_PART, (distance(previous, next) / radius) ** 2);
  if (part >= 1) return next;
  return {
    x: previous.x + part * (next.x - previous.x),
    y: previous.y + part * (next.y - previous.y),
  };
}
