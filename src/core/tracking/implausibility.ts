import type { DetectorRange } from '../session/backend.ts';
import type { Face } from './face.ts';

/**
 * Why a detected face is not read. `too-small`: its eyes are too near to each other to see an
 * expression. `turned`: its points lie as they do in no face that looks this way, or it is as doubtful
 * as faces are that are turned far away, upside down or hardly to be seen.
 */
export type Implausibility = 'too-small' | 'turned';

/** Between the eyes, in pixels of the frame: below it the detector's points are guesses. */
const LEAST_EYE_DISTANCE = 12;
/**
 * The detector finds faces that are upside down, too, and puts upright ones there: it is less sure of
 * them, and their eyes are nearer to each other in their boxes. Neither tells by itself; together
 * they do. Of 402 faces turned by 150° to 180° the short range leaves 33 above, of 462 turned by up
 * to 45° 9 below.
 */
const LEAST_SURENESS: Readonly<Record<DetectorRange, number>> = { short: 1.06, full: 0.88 };
/** What the distance of the eyes, as a share of the box's width, counts beside the score. */
const EYES_WEIGHT = 0.7;
/** Where points may lie, in eye distances from the midpoint of the eyes: across … */
const MOST_ASIDE = 0.55;
/** … and down. */
const NOSE_BELOW = { least: 0.05, most: 1.2 };
const MOUTH_BELOW = { least: 0.5, most: 1.9 };

/** What speaks against reading a face in one frame; null where nothing does. */
export function implausibilityOf(
  { box, keypoints, score }: Face,
  range: DetectorRange,
): Implausibility | null {
  const { rightEye, leftEye, nose, mouth } = keypoints;
  const [across, down] = [leftEye.x - rightEye.x, leftEye.y - rightEye.y];
  const distance = Math.hypot(across, down);
  if (distance < LEAST_EYE_DISTANCE) return 'too-small';
  const middle = { x: (rightEye.x + leftEye.x) / 2, y: (rightEye.y + leftEye.y) / 2 };
  /** In eye distances, along the line of the eyes and at right angles to it. */
  const place = ({ x, y }: typeof nose) => {
    const [dx, dy] = [x - middle.x, y - middle.y];
    return {
      aside: Math.abs(dx * across + dy * down) / distance ** 2,
      below: (dy * across - dx * down) / distance ** 2,
    };
  };
  const within = (value: number, { least, most }: typeof NOSE_BELOW) =>
    value >= least && value <= most;
  const [noseAt, mouthAt] = [place(nose), place(mouth)];
  const straight = noseAt.aside <= MOST_ASIDE && mouthAt.aside <= MOST_ASIDE;
  const upright = within(noseAt.below, NOSE_BELOW) && within(mouthAt.below, MOUTH_BELOW);
  const sureness = score + EYES_WEIGHT * (distance / box.width);
  return straight && upright && sureness >= LEAST_SURENESS[range] ? null : 'turned';
}
