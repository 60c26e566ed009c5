import { steady, type Steady } from '../reading/steadiness.ts';
import type { Face } from './face.ts';

/**
 * Why a detected face is not read. `too-small`: its eyes are too near to each other to see an
 * expression. `turned`: its points lie as they do in no face that looks this way, or the detector
 * is as unsure of it as it is of faces that are turned far away, upside down or hardly to be seen.
 */
export type Implausibility = 'too-small' | 'turned';

/** Between the eyes, in pixels of the frame: below it the detector's points are guesses. */
const LEAST_EYE_DISTANCE = 12;
/** Below it the detector is as unsure as of faces upside down, of which it is of .50 to .71. */
const LEAST_SCORE = 0.6;
/** Where points may lie, in eye distances from the midpoint of the eyes: across … */
const MOST_ASIDE = 0.55;
/** … and down. */
const NOSE_BELOW = { least: 0.05, most: 1.2 };
const MOUTH_BELOW = { least: 0.5, most: 1.9 };

/** What speaks against reading a face in one frame; null where nothing does. */
export function implausibilityOf({ keypoints, score }: Face): Implausibility | null {
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
  return straight && upright && score >= LEAST_SCORE ? null : 'turned';
}

/** Which faces are not to be read, each frame; what changes must last for a moment to count. */
export class PlausibilityCheck {
  #faces: ReadonlyMap<number, Steady<Implausibility | null>> = new Map();

  /**
   * Expects frames in their order.
   * @param atMs the frame's time in milliseconds
   * @returns by face id; faces that may be read are not among them
   */
  check(faces: readonly Face[], atMs: number): ReadonlyMap<number, Implausibility> {
    const before = this.#faces;
    this.#faces = new Map(
      faces.map((face) => [
        face.id,
        steady(before.get(face.id) ?? null, implausibilityOf(face), atMs, Object.is),
      ]),
    );
    return new Map(
      [...this.#faces].flatMap(([id, { shown }]): [number, Implausibility][] =>
        shown === null ? [] : [[id, shown]],
      ),
    );
  }

  reset(): void {
    this.#faces = new Map();
  }
}
