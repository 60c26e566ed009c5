import type { Affine } from './affine.ts';
import type { Keypoints } from '../tracking/face.ts';
import type { Point, Size } from './shapes.ts';
import { roundHalfEven } from '../image/resample.ts';
import type { CropSpec } from '../pack/schema.ts';

export type FaceCropSpec = Extract<CropSpec, { kind: 'face' }>;
export type FrameCropSpec = Extract<CropSpec, { kind: 'frame' }>;

/** Eyes nearer than this, in pixels, say nothing of size or direction: the crop stays upright. */
const LEAST_EYE_DISTANCE = 1;

/**
 * Crop pixels to frame pixels, for a face: the similarity that puts the eyes where the pack wants
 * them, the person's right eye on the crop's left. Coordinates are continuous, so the centre of
 * the crop's first pixel is (0.5, 0.5). `size` is the crop's side.
 */
export function cropTransform(
  keypoints: Pick<Keypoints, 'rightEye' | 'leftEye'>,
  crop: FaceCropSpec,
  size: number,
): Affine {
  const { rightEye, leftEye } = keypoints;
  const along = eyeLine(rightEye, leftEye);
  const scale = 1 / (crop.eyes.distance * size);
  const [a, b] = [along.x * scale, along.y * scale];
  const [x, y] = [crop.eyes.x * size, crop.eyes.y * size];
  return {
    a,
    b,
    c: -b,
    d: a,
    e: (rightEye.x + leftEye.x) / 2 - (a * x - b * y),
    f: (rightEye.y + leftEye.y) / 2 - (b * x + a * y),
  };
}

/** Crop pixels to frame pixels, for a pack that reads whole frames; conventions as above. */
export function frameTransform(frame: Size, crop: FrameCropSpec, size: number): Affine {
  if (crop.fit === 'squash') {
    return { a: frame.width / size, b: 0, c: 0, d: frame.height / size, e: 0, f: 0 };
  }
  if (crop.resample !== undefined && crop.resample !== 'area') {
    return libraryTransform(frame, crop.resize ?? size, size, crop.resample);
  }
  const scale = Math.min(frame.width, frame.height) / (crop.resize ?? size);
  return {
    a: scale,
    b: 0,
    c: 0,
    d: scale,
    e: (frame.width - scale * size) / 2,
    f: (frame.height - scale * size) / 2,
  };
}

/**
 * The middle of a frame as the libraries cut it that resize it first: to whole pixels, and from a
 * whole pixel on. torchvision rounds where that is, transformers' processors cut it down.
 */
function libraryTransform(
  frame: Size,
  short: number,
  size: number,
  resample: 'bilinear' | 'bicubic',
): Affine {
  const longer = (side: number, other: number) => Math.trunc((short * side) / other);
  const wide = frame.width >= frame.height;
  const width = wide ? longer(frame.width, frame.height) : short;
  const height = wide ? short : longer(frame.height, frame.width);
  const whole = resample === 'bilinear' ? roundHalfEven : Math.floor;
  const [a, d] = [frame.width / width, frame.height / height];
  const [left, top] = [whole((width - size) / 2), whole((height - size) / 2)];
  return { a, b: 0, c: 0, d, e: left * a, f: top * d };
}

/** From the right eye to the left one, never shorter than a pixel. */
function eyeLine(right: Point, left: Point): Point {
  const along = { x: left.x - right.x, y: left.y - right.y };
  const short = Math.hypot(along.x, along.y) < LEAST_EYE_DISTANCE;
  return short ? { x: LEAST_EYE_DISTANCE, y: 0 } : along;
}
