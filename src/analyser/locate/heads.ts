import { relitDifference } from '../../core/image/relit-difference.ts';
import type { CropImage } from '../../core/image/pixels.ts';
import type { Face } from '../../core/tracking/face.ts';
import type { Thumbnail } from './thumbnail.ts';

/**
 * Somebody else has taken a face's place where the head looks more different than this from one
 * frame to the next, however it is lit: see docs/decisions/face-following.md for what was measured.
 */
const SOMEBODY_ELSE = 0.45;
/** Frames further apart, in milliseconds, are not compared: one head may have turned meanwhile. */
const LONGEST_GAP = 250;
/** Of more faces than this none is compared: of four small ones that sway, some seemed to be new. */
const MOST_FACES = 2;

/** What the heads of one frame look like, by face id. */
type HeadLooks = ReadonlyMap<number, CropImage>;

export function headsOf(thumbnail: Thumbnail, faces: readonly Face[]): HeadLooks {
  const compared = faces.length > MOST_FACES ? [] : faces;
  return new Map(compared.map((face) => [face.id, thumbnail.head(face)]));
}

/**
 * Heads as they were in the last frame, hair and neck included. Faces alone do not tell people
 * apart: one that acts may change more than two differ in the same light.
 */
export class Heads {
  #last: HeadLooks = new Map();
  #seenAt = -Infinity;

  /** Ids of faces that cannot be those of the last frame, however near they are. */
  strangersAmong(heads: HeadLooks, atMs: number): readonly number[] {
    if (atMs - this.#seenAt > LONGEST_GAP) return [];
    return [...heads].flatMap(([id, head]) => {
      const before = this.#last.get(id);
      if (before === undefined) return [];
      return relitDifference(before, head) > SOMEBODY_ELSE ? [id] : [];
    });
  }

  remember(heads: HeadLooks, atMs: number): void {
    this.#last = heads;
    this.#seenAt = atMs;
  }
}
