import { invert, transformPoint, type Affine } from '../geometry/affine.ts';
import { distance } from '../geometry/boxes.ts';
import type { Point } from '../geometry/shapes.ts';
import type { Keypoints } from '../tracking/face.ts';
import type { Mask } from './occlusion.ts';

/** Parts of a face; left and right are the person's own. */
export const FACE_REGIONS = ['brows', 'eyes', 'mouth', 'left-half', 'right-half'] as const;

export type FaceRegion = (typeof FACE_REGIONS)[number];

/** Coordinates of the face: the eyes' midpoint is the origin, the line to the left eye the x axis. */
interface FacePlace {
  /** In eye distances: towards the person's left. */
  readonly aside: number;
  /** In eye distances: towards the chin. */
  readonly below: number;
}

/** Where the parts lie, in eye distances, with the mouth's own place put in by its key point. */
type Inside = (place: FacePlace, mouth: FacePlace) => boolean;

const BROWS = { top: -0.62, bottom: -0.18, aside: 0.95 };
const EYES = { top: -0.18, bottom: 0.28, aside: 0.9 };
const MOUTH = { aside: 0.62, below: 0.36 };

const INSIDE: Readonly<Record<FaceRegion, Inside>> = {
  brows: ({ aside, below }) => isBetween(below, BROWS) && Math.abs(aside) <= BROWS.aside,
  eyes: ({ aside, below }) => isBetween(below, EYES) && Math.abs(aside) <= EYES.aside,
  mouth: ({ aside, below }, mouth) =>
    Math.hypot((aside - mouth.aside) / MOUTH.aside, (below - mouth.below) / MOUTH.below) <= 1,
  'left-half': (place, mouth) => place.aside > middleAt(place, mouth),
  'right-half': (place, mouth) => place.aside < middleAt(place, mouth),
};

/**
 * The parts of a face as masks of its crop. What lies outside the crop is in none of them.
 *
 * @param toFrame from the crop's pixels to the frame's, in which the key points are
 * @param size the crop's side
 */
export function faceRegions(
  keypoints: Keypoints,
  toFrame: Affine,
  size: number,
): Readonly<Record<FaceRegion, Mask>> {
  const toCrop = invert(toFrame);
  const placeOf = placesBy(
    transformPoint(toCrop, keypoints.rightEye),
    transformPoint(toCrop, keypoints.leftEye),
  );
  const mouth = placeOf(transformPoint(toCrop, keypoints.mouth));
  const places = Array.from({ length: size * size }, (_, pixel) =>
    placeOf({ x: (pixel % size) + 0.5, y: Math.floor(pixel / size) + 0.5 }),
  );
  const maskOf = (region: FaceRegion): Mask =>
    Uint8Array.from(places, (place) => (INSIDE[region](place, mouth) ? 1 : 0));
  return {
    brows: maskOf('brows'),
    eyes: maskOf('eyes'),
    mouth: maskOf('mouth'),
    'left-half': maskOf('left-half'),
    'right-half': maskOf('right-half'),
  };
}

function placesBy(rightEye: Point, leftEye: Point): (point: Point) => FacePlace {
  const between = Math.max(distance(rightEye, leftEye), 1);
  const middle = { x: (rightEye.x + leftEye.x) / 2, y: (rightEye.y + leftEye.y) / 2 };
  const along = {
    x: (leftEye.x - rightEye.x) / between,
    y: (leftEye.y - rightEye.y) / between,
  };
  return ({ x, y }) => {
    const [dx, dy] = [(x - middle.x) / between, (y - middle.y) / between];
    return { aside: dx * along.x + dy * along.y, below: dy * along.x - dx * along.y };
  };
}

/** The face's middle line, from the eyes' midpoint through the mouth, at this height. */
function middleAt({ below }: FacePlace, mouth: FacePlace): number {
  return mouth.below === 0 ? 0 : (mouth.aside * below) / mouth.below;
}

function isBetween(value: number, { top, bottom }: { top: number; bottom: number }): boolean {
  return value >= top && value < bottom;
}
