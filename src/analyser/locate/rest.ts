import { centre, distance } from '../../core/geometry/boxes.ts';
import type { Face } from '../../core/tracking/face.ts';
import type { FaceTemplate, Followed } from './thumbnail.ts';

/** A face that has moved by less is at rest, in pixels of its template; noise moves it by .01. */
const MOST_MOTION = 0.05;
/** One whose template has changed by more is not, in pixel values; noise changes it by .3. */
const MOST_CHANGE = 1.5;
/**
 * A face at rest stays where it is while a search, with its jitter damped, finds it within this
 * share of its side.
 */
const MOST_OFF = 0.003;

/** Faces have to be at rest for so many milliseconds before they are taken to stay where they are. */
const AT_REST_AFTER = 300;

/** Whether a face has stayed where its template was taken, and looks as it did. */
export function isAtRest({ face, toFrame }: FaceTemplate, now: Followed): boolean {
  const moved = distance(centre(face.box), centre(now.face.box)) / Math.hypot(toFrame.a, toFrame.b);
  return moved <= MOST_MOTION && now.change <= MOST_CHANGE;
}

/** Whether faces that were found again, by id, are where they were. */
export function stayPut(faces: readonly Face[], found: readonly Face[]): boolean {
  if (faces.length !== found.length) return false;
  return found.every((now) => {
    const before = faces.find(({ id }) => id === now.id);
    return before !== undefined && offBy(before, now) <= MOST_OFF;
  });
}

/** By how much an eye or the box has moved, as a share of the face's side. */
function offBy(before: Face, now: Face): number {
  const { rightEye, leftEye } = now.keypoints;
  const off = Math.max(
    distance(before.keypoints.rightEye, rightEye),
    distance(before.keypoints.leftEye, leftEye),
    distance(centre(before.box), centre(now.box)),
  );
  return off / Math.max(before.box.width, before.box.height);
}

/** For how long the faces of a stream have been at rest, all of them. */
export class Rest {
  #since: number | null = null;

  /** What was seen of them in a frame. */
  observe(atRest: boolean, atMs: number): void {
    if (!atRest) this.#since = null;
    else this.#since ??= atMs;
  }

  lastsAt(atMs: number): boolean {
    return this.#since !== null && atMs - this.#since >= AT_REST_AFTER;
  }

  end(): void {
    this.#since = null;
  }
}
