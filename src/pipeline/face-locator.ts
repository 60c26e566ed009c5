import { compose, scaling } from '../core/affine.ts';
import { cropTransform, type FaceCropSpec } from '../core/alignment.ts';
import type { Face } from '../core/face.ts';
import { unlikeness } from '../core/likeness.ts';
import { centre, distance } from '../core/overlap.ts';
import type { CropImage } from '../core/pixels.ts';
import type { Tracker } from '../core/tracking.ts';
import { cut } from './crop/cut.ts';
import type { Detector } from './detector/detector.ts';
import type { DetectionPolicy } from './messages.ts';
import type { Picture } from './picture.ts';

/** For how long faces may go on unlooked for, in milliseconds: two frames at 30 a second. */
const LONGEST = 75;
/** So many detections in a row must have found the same faces. */
const LEAST_STREAK = 3;
/** A detector less confident of a face than this is asked again at once. */
const LEAST_SCORE = 0.7;
/** A face that should have moved by more than this share of its side is looked for. */
const MOST_MOTION = 0.2;
/** So much may a face's look change, in pixel values, until it is looked for. */
const MOST_CHANGE = 6;

/** What is compared: from the brows to the mouth, in so many pixels that noise averages out. */
const LOOK: FaceCropSpec = { kind: 'face', eyes: { x: 0.5, y: 0.3, distance: 0.45 } };
const LOOK_SIZE = 12;

/** By face id. */
type Looks = ReadonlyMap<number, CropImage>;

/**
 * Where the faces of a stream are. Detection costs half of a frame's time, so while the tracker is
 * sure of every face it is left out for a frame or two: the faces are moved on as they moved, and
 * looked for at once where the picture there has changed.
 */
export class FaceLocator {
  readonly #detector: Detector;
  readonly #tracker: Tracker;
  /** By face id, as they were when they were last looked for. */
  #looks: Looks = new Map();
  #detectedAt = -Infinity;
  /** How many detections in a row have found the same faces. */
  #streak = 0;

  constructor(detector: Detector, tracker: Tracker) {
    this.#detector = detector;
    this.#tracker = tracker;
  }

  /** The primary face's id; null without one. */
  primary(): number | null {
    return this.#tracker.primary();
  }

  /** The faces of a picture taken at `atMs`, which never goes back, by id. */
  async locate(picture: Picture, atMs: number, policy: DetectionPolicy): Promise<readonly Face[]> {
    const followed = policy === 'unsure' ? this.#follow(picture, atMs) : null;
    if (followed !== null) return followed;
    const faces = this.#tracker.update(await this.#detector.detect(picture), atMs);
    if (policy === 'unsure') this.#remember(picture, faces, atMs);
    else this.#streak = 0;
    return faces;
  }

  /** Forgets all faces: the source has changed. */
  reset(): void {
    this.#tracker.reset();
    this.#streak = 0;
  }

  /** The faces without a detection; null where one is due. */
  #follow(picture: Picture, atMs: number): readonly Face[] | null {
    if (this.#streak < LEAST_STREAK || atMs - this.#detectedAt > LONGEST) return null;
    const [last, now] = [this.#tracker.expected(this.#detectedAt), this.#tracker.expected(atMs)];
    if (now.length === 0 || !now.every((face, i) => isSteady(last[i], face))) return null;
    const looks = looksOf(picture, now);
    return now.every(({ id }) => this.#isAsBefore(id, looks)) ? now : null;
  }

  #remember(picture: Picture, faces: readonly Face[], atMs: number): void {
    const same = faces.length === this.#looks.size && faces.every(({ id }) => this.#looks.has(id));
    this.#streak = same ? this.#streak + 1 : 1;
    this.#looks = looksOf(picture, faces);
    this.#detectedAt = atMs;
  }

  #isAsBefore(id: number, looks: Looks): boolean {
    const [before, now] = [this.#looks.get(id), looks.get(id)];
    if (before === undefined || now === undefined) return false;
    return unlikeness(before, now) <= MOST_CHANGE;
  }
}

function isSteady(last: Face | undefined, { box, score }: Face): boolean {
  if (last === undefined || score < LEAST_SCORE) return false;
  return distance(centre(last.box), centre(box)) <= (MOST_MOTION * (box.width + box.height)) / 2;
}

function looksOf(picture: Picture, faces: readonly Face[]): Looks {
  const view = picture.glance();
  const toView = scaling(
    view.size.width / picture.size.width,
    view.size.height / picture.size.height,
  );
  return new Map(
    faces.map(({ id, keypoints }) => {
      const transform = compose(toView, cropTransform(keypoints, LOOK, LOOK_SIZE));
      return [id, cut(view, transform, LOOK_SIZE, 1)];
    }),
  );
}
