import type { Box, Point } from '../geometry/shapes.ts';

/** BlazeFace's six points; left and right are the person's own. */
export interface Keypoints {
  readonly rightEye: Point;
  readonly leftEye: Point;
  readonly nose: Point;
  readonly mouth: Point;
  readonly rightEar: Point;
  readonly leftEar: Point;
}

/** One face found in one frame, before it has an identity. */
export interface Detection {
  readonly box: Box;
  readonly keypoints: Keypoints;
  /** The detector's confidence, 0..1. */
  readonly score: number;
}

/** A detection that keeps its id from frame to frame. */
export interface Face extends Detection {
  readonly id: number;
}
