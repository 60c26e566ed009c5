import { assign } from './assignment.ts';
import type { Detection, Face } from './face.ts';
import type { Box, Point } from '../geometry/shapes.ts';
import { dampJitter } from './jitter.ts';
import { LONGEST_PAUSE, LOST_FACE_MEMORY } from './lost-face-memory.ts';
import { moveBox, moveBy } from './movement.ts';
import { area, centre, distance, overlap } from '../geometry/boxes.ts';
import { PrimaryFace } from './primary-face.ts';

const MOST_FACES = 4;
/** For how long a lost face is thought to go on moving as it did, in milliseconds. */
const FORESIGHT = 200;
/** A step this long counts half in a face's velocity, in milliseconds. */
const STEP = 50;
/** Boxes that overlap by less are compared by the distance of their centres. */
const LEAST_OVERLAP = 0.1;
/** A pair is one face only if neither side is more than twice the other. */
const LARGEST_RATIO = 2;
/** What it costs to leave a face unmatched: as much as the worst pair. */
const MISSED = 2;

interface Track {
  readonly face: Face;
  readonly seenAt: number;
  /** Of the box's centre, in pixels a millisecond. */
  readonly velocity: Point;
}

/**
 * Gives the detections of successive frames identities: up to four faces at a time, whose ids are
 * never used again. A lost face keeps its id and its place among the four for half a second.
 *
 * Faces are matched to where their motion should have taken them, by overlap, else by distance,
 * the best way for all of them together. Positions come back with the detector's jitter damped
 * (see `dampJitter`).
 */
export class Tracker {
  #tracks: readonly Track[] = [];
  #nextId = 1;
  #updatedAt = -Infinity;
  readonly #primary = new PrimaryFace();

  /**
   * @param detections of one frame, in any order
   * @param atMs the frame's time in milliseconds; it never goes back
   * @returns the faces seen in this frame, by id
   */
  update(detections: readonly Detection[], atMs: number): readonly Face[] {
    const kept = this.#tracks.filter(({ seenAt }) => {
      const memory = seenAt === this.#updatedAt ? LONGEST_PAUSE : LOST_FACE_MEMORY;
      return atMs - seenAt <= memory;
    });
    const columns = assign(
      kept.map((track) => detections.map((found) => cost(predict(track, atMs), found.box))),
      MISSED,
    );
    const followed = kept.flatMap((track, row) => {
      const column = columns[row] ?? null;
      return column === null ? [] : follow(track, detections[column]!, atMs);
    });
    const lost = kept.filter((_, row) => columns[row] === null);
    const unknown = detections.filter((_, column) => !columns.includes(column));
    const seen = [...followed, ...this.#begin(unknown, MOST_FACES - kept.length, atMs)];
    this.#tracks = [...seen, ...lost];
    this.#updatedAt = atMs;
    return this.#report(seen, atMs);
  }

  /**
   * The faces of the last update, moved on as they were moving: a guess for a frame in which nobody
   * looked for them.
   */
  expected(atMs: number): readonly Face[] {
    const seen = this.#tracks.filter(({ seenAt }) => seenAt === this.#updatedAt);
    const moved = seen.map((track) => moveBy(track.face, motion(track, atMs)));
    return moved.toSorted((one, other) => one.id - other.id);
  }

  /** Tells where faces were at `atMs` by other means than a detection, which jitters less for that. */
  move(faces: readonly Face[], atMs: number): void {
    this.#tracks = this.#tracks.map((track) => {
      const face = faces.find(({ id }) => id === track.face.id);
      if (face === undefined) return track;
      return { face, seenAt: atMs, velocity: velocityOf(track, face.box, atMs) };
    });
    this.#updatedAt = atMs;
  }

  /**
   * Somebody else has taken these faces' places: they get ids of their own.
   *
   * @param atMs the time of the last update
   * @returns the faces seen in that frame, by id
   */
  renew(ids: readonly number[], atMs: number): readonly Face[] {
    this.#tracks = this.#tracks.map((track) =>
      ids.includes(track.face.id)
        ? { face: { ...track.face, id: this.#nextId++ }, seenAt: atMs, velocity: { x: 0, y: 0 } }
        : track,
    );
    const seen = this.#tracks.filter(({ seenAt }) => seenAt === this.#updatedAt);
    return this.#report(seen, atMs);
  }

  /** The id of the largest face, which stays so until gone or clearly outgrown; null without one. */
  primary(): number | null {
    return this.#primary.id;
  }

  /** Forgets all faces: the source has changed. Their ids stay used. */
  reset(): void {
    this.#tracks = [];
    this.#primary.reset();
  }

  /** Tracks for the largest of the faces nobody knows yet. */
  #begin(detections: readonly Detection[], places: number, atMs: number): Track[] {
    return detections
      .toSorted((one, other) => area(other.box) - area(one.box))
      .slice(0, places)
      .map((found) => ({
        face: { ...found, id: this.#nextId++ },
        seenAt: atMs,
        velocity: { x: 0, y: 0 },
      }));
  }

  #report(seen: readonly Track[], atMs: number): readonly Face[] {
    const visible = seen.map(({ face }) => face).toSorted((one, other) => one.id - other.id);
    const alive = new Set(this.#tracks.map(({ face }) => face.id));
    this.#primary.update(visible, alive, atMs);
    return visible;
  }
}

/** Where a face should be now, if it went on as it moved. */
function predict(track: Track, atMs: number): Box {
  return moveBox(track.face.box, motion(track, atMs));
}

function motion({ seenAt, velocity }: Track, atMs: number): Point {
  const elapsed = Math.min(atMs - seenAt, FORESIGHT);
  return { x: velocity.x * elapsed, y: velocity.y * elapsed };
}

/** How badly a detection fits a face, 0 for perfectly; infinite where it cannot be the same one. */
function cost(expected: Box, found: Box): number {
  const shared = overlap(expected, found);
  if (shared >= LEAST_OVERLAP) return 1 - shared;
  const [one, other] = [side(expected), side(found)];
  if (Math.max(one, other) > LARGEST_RATIO * Math.min(one, other)) return Infinity;
  const away = distance(centre(expected), centre(found)) / ((one + other) / 2);
  return away <= 1 ? 1 + away : Infinity;
}

function side(box: Box): number {
  return (box.width + box.height) / 2;
}

function follow(track: Track, found: Detection, atMs: number): Track {
  const face = { ...dampJitter(track.face, found), id: track.face.id };
  return { face, seenAt: atMs, velocity: velocityOf(track, face.box, atMs) };
}

/** The longer the last step took, the more it says. */
function velocityOf({ face, seenAt, velocity }: Track, box: Box, atMs: number): Point {
  const elapsed = atMs - seenAt;
  if (elapsed <= 0) return velocity;
  const weight = elapsed / (elapsed + STEP);
  const [from, to] = [centre(face.box), centre(box)];
  return {
    x: velocity.x + weight * ((to.x - from.x) / elapsed - velocity.x),
    y: velocity.y + weight * ((to.y - from.y) / elapsed - velocity.y),
  };
}
