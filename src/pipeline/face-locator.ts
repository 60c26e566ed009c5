import { compose, scaling } from '../core/affine.ts';
import { cropTransform, type FaceCropSpec } from '../core/alignment.ts';
import type { Detection, Face } from '../core/face.ts';
import { unlikeness } from '../core/likeness.ts';
import { centre, distance } from '../core/overlap.ts';
import type { CropImage } from '../core/pixels.ts';
import type { Tracker } from '../core/tracking.ts';
import { cut } from './crop/cut.ts';
import type { Detector } from './detector/detector.ts';
import type { DetectionPolicy } from './messages.ts';
import type { Picture } from './picture/picture.ts';

/** Faces found so many milliseconds ago are looked for again: every second frame at 30 a second. */
const LOOK_AGAIN_AFTER = 40;
/** For how long, in milliseconds, where faces are is a guess good enough to read them by. */
const LONGEST_GUESS = 75;
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

/** A search whose frame is read without it. */
interface Search {
  readonly source: number;
  readonly atMs: number;
  readonly found: Promise<readonly Detection[]>;
  /** What the faces looked like where they were thought to be. */
  readonly looks: Looks;
}

/**
 * Where the faces of a stream are. Detection costs half of a frame's time, so while the tracker is
 * sure of every face no frame waits for it: the faces are moved on as they moved, every second frame
 * is searched while it is read, for the next one to know, and faces are looked for at once where the
 * picture there has changed. What is found does not depend on how fast that is.
 */
export class FaceLocator {
  readonly #detector: Detector;
  readonly #tracker: Tracker;
  /** By face id, as they were when they were last looked for. */
  #looks: Looks = new Map();
  #detectedAt = -Infinity;
  /** How many detections in a row have found the same faces. */
  #streak = 0;
  #search: Search | null = null;
  /** Counts sources: what is found of an earlier one is of no use. */
  #source = 0;

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
    await this.#finishSearch();
    const followed = policy === 'unsure' ? this.#follow(picture, atMs) : null;
    if (followed !== null) return followed;
    const faces = this.#tracker.update(await this.#detector.detect(picture), atMs);
    if (policy === 'unsure') this.#remember(faces, looksOf(picture, faces), atMs);
    else this.#streak = 0;
    return faces;
  }

  /** Forgets all faces: the source has changed. */
  reset(): void {
    this.#tracker.reset();
    this.#streak = 0;
    this.#source += 1;
  }

  async #finishSearch(): Promise<void> {
    const search = this.#search;
    if (search === null) return;
    this.#search = null;
    const { source, atMs, looks } = search;
    const found = await search.found;
    if (source === this.#source) this.#remember(this.#tracker.update(found, atMs), looks, atMs);
  }

  #beginSearch(picture: Picture, atMs: number, looks: Looks): void {
    const found = this.#detector.detect(picture);
    // The next frame tells.
    found.catch(() => undefined);
    this.#search = { source: this.#source, atMs, found, looks };
  }

  /** The faces without waiting for a detection; null where they are to be looked for first. */
  #follow(picture: Picture, atMs: number): readonly Face[] | null {
    const elapsed = atMs - this.#detectedAt;
    if (this.#streak < LEAST_STREAK || elapsed > LONGEST_GUESS) return null;
    const [last, now] = [this.#tracker.expected(this.#detectedAt), this.#tracker.expected(atMs)];
    if (now.length === 0 || !now.every((face, i) => isSteady(last[i], face))) return null;
    const looks = looksOf(picture, now);
    if (!now.every(({ id }) => this.#isAsBefore(id, looks))) return null;
    if (elapsed > LOOK_AGAIN_AFTER) this.#beginSearch(picture, atMs, looks);
    return now;
  }

  #remember(faces: readonly Face[], looks: Looks, atMs: number): void {
    const same = faces.length === this.#looks.size && faces.every(({ id }) => this.#looks.has(id));
    this.#streak = same ? this.#streak + 1 : 1;
    this.#looks = looks;
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
