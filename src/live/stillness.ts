import { lastCorner } from '../core/geometry/boxes.ts';
import { largestDifference } from '../core/math/largest-difference.ts';
import type { AnalysedFace, Analysis, FaceOutput } from '../core/reading/analysis.ts';
import { softmax } from '../core/reading/softmax.ts';

/** A box that has moved or grown by less has not changed, as a share of its side. */
const MOST_MOTION = 0.01;
/** A probability that has changed by less has not: noise alone changes them by half of it. */
const MOST_CHANGE = 0.02;
/** Nothing must have changed for so many milliseconds to be still. */
const STILL_AFTER_MS = 500;

type Seen = Pick<Analysis, 'capturedAt' | 'faces'>;

/** Whether the faces of a stream, and what is read of them, stay as they are. */
export class Stillness {
  /** The first of those that are alike. */
  #first: Seen | null = null;

  observe(seen: Seen): void {
    const first = this.#first;
    if (first !== null && seen.capturedAt >= first.capturedAt && isAlike(first, seen)) return;
    this.#first = seen;
  }

  /** False while there is no face: whoever comes is news. */
  lastsAt(capturedAt: number): boolean {
    const first = this.#first;
    if (first === null || first.faces.length === 0) return false;
    return capturedAt - first.capturedAt >= STILL_AFTER_MS;
  }
}

function isAlike(one: Seen, other: Seen): boolean {
  if (one.faces.length !== other.faces.length) return false;
  return one.faces.every((face, place) => isSameFace(face, other.faces[place]!));
}

function isSameFace(one: AnalysedFace, other: AnalysedFace): boolean {
  if (one.face.id !== other.face.id || one.primary !== other.primary) return false;
  const { box } = one.face;
  const [corner, now] = [lastCorner(box), lastCorner(other.face.box)];
  const moved = largestDifference(
    [box.x, box.y, corner.x, corner.y],
    [other.face.box.x, other.face.box.y, now.x, now.y],
  );
  if (moved > MOST_MOTION * Math.max(box.width, box.height)) return false;
  if (one.outputs.length !== other.outputs.length) return false;
  return one.outputs.every((output, reader) => isSameOutput(output, other.outputs[reader]!));
}

/** What is still to come is about to change. */
function isSameOutput(one: FaceOutput, other: FaceOutput): boolean {
  if (one.kind === 'read' && other.kind === 'read') {
    return largestDifference(softmax(one.logits), softmax(other.logits)) <= MOST_CHANGE;
  }
  return one.kind === other.kind && (one.kind === 'bystander' || one.kind === 'implausible');
}
