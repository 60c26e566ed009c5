import type { Reading } from '../core/blemore/prediction.ts';

/** A face in one frame, as much of it as the booth looks at. */
export interface SeenFace {
  /** As the tracker gives them: never used again, and rising. */
  readonly id: number;
  /** Middle of its box as the screen shows it, in heights of the picture from the left and top. */
  readonly x: number;
  readonly y: number;
  /** Height of its box, in heights of the picture. */
  readonly size: number;
  /** The one in front. */
  readonly primary: boolean;
  /** It holds still and looks relaxed; false while it is not read. */
  readonly relaxed: boolean;
  /** Null while it is not read. */
  readonly reading: Reading | null;
}

/** Somebody in front of the booth. */
export interface Visitor {
  /** Id of the face that was last seen as theirs. */
  readonly face: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** When they were first and last seen, in milliseconds on the frames' clock. */
  readonly since: number;
  readonly seenAt: number;
  /** The newest id of anybody while they were there: faces up to it are other people's. */
  readonly newest: number;
}

/** A new face within this time, in the visitor's old place, is still the visitor's. */
const COMES_BACK_MS = 1000;
/** In the old place: no further away than its own size, and no more than so many times larger. */
const SAME_SIZE = 1.5;

/** @param faces all of that frame */
export function visitorOf(face: SeenFace, faces: readonly SeenFace[], at: number): Visitor {
  const { id, x, y, size } = face;
  const newest = Math.max(...faces.map((each) => each.id));
  return { face: id, x, y, size, since: at, seenAt: at, newest };
}

/**
 * A visitor as of the next frame. They are followed by their face's id, which the tracker gives up
 * half a second after the face is lost, and a little longer by place and size. A face that was
 * there beside them, or comes later or elsewhere, is never taken for theirs: nobody gets what is
 * another visitor's.
 *
 * @param faces all of the frame
 * @param free those of them that may be the visitor's
 */
export function follow(
  visitor: Visitor,
  faces: readonly SeenFace[],
  at: number,
  free: readonly SeenFace[] = faces,
): Visitor {
  const face =
    free.find(({ id }) => id === visitor.face) ??
    free.find((candidate) => cameBack(visitor, candidate, at));
  if (face === undefined) return visitor;
  const seen = visitorOf(face, faces, at);
  return { ...seen, since: visitor.since, newest: Math.max(seen.newest, visitor.newest) };
}

/** All visitors as of the next frame; no face is two people's. */
export function followAll(
  visitors: readonly Visitor[],
  faces: readonly SeenFace[],
  at: number,
): readonly Visitor[] {
  const taken = new Set(visitors.map(({ face }) => face));
  return visitors.map((visitor) => {
    const free = faces.filter(({ id }) => id === visitor.face || !taken.has(id));
    const followed = follow(visitor, faces, at, free);
    taken.add(followed.face);
    return followed;
  });
}

/** The faces that are none of the visitors'. */
export function strangersAmong(
  faces: readonly SeenFace[],
  visitors: readonly Visitor[],
): readonly SeenFace[] {
  return faces.filter(({ id }) => visitors.every(({ face }) => face !== id));
}

/** Whether somebody has taken a visitor's place: came after them, or stands where they stood. */
export function replaces(other: Visitor, visitor: Visitor): boolean {
  return other.face > visitor.newest || isInPlace(visitor, other);
}

function cameBack(visitor: Visitor, face: SeenFace, at: number): boolean {
  const { seenAt, newest } = visitor;
  return face.id > newest && at - seenAt <= COMES_BACK_MS && isInPlace(visitor, face);
}

type Placed = Pick<SeenFace, 'x' | 'y' | 'size'>;

function isInPlace(visitor: Placed, other: Placed): boolean {
  const ratio = other.size / visitor.size;
  const distance = Math.hypot(other.x - visitor.x, other.y - visitor.y);
  return distance <= visitor.size && ratio <= SAME_SIZE && ratio >= 1 / SAME_SIZE;
}
