import type { Detection, Face } from '../core/face.ts';
import type { Point } from '../core/geometry.ts';
import { centre, distance } from '../core/overlap.ts';
import type { Tracker } from '../core/tracking.ts';
import type { Detector } from './detector/detector.ts';
import { Glance, type Followed, type Look } from './glance.ts';
import type { DetectionPolicy } from './messages.ts';
import type { Picture } from './picture/picture.ts';

/** So many milliseconds after a search the next one begins: every second frame from 23 a second on. */
const SEARCH_AGAIN_AFTER = 45;
/** For how long, in milliseconds, faces are followed by their looks alone. */
const LONGEST_GUESS = 95;
/** So many detections in a row must have found the same faces. */
const LEAST_STREAK = 3;
/** A detector less confident of a face than this is asked again at once. */
const LEAST_SCORE = 0.7;
/** A face that has moved by more than this share of its side is looked for. */
const MOST_MOTION = 0.2;
/** A face this far, in pixels of its look, from where it should be is looked for. */
const MOST_MISSED = 1;
/** So much may a face's look change, in pixel values, until it is looked for. */
const MOST_CHANGE = 6;

/** By face id. */
type Looks = ReadonlyMap<number, Look>;

/** A search whose frame is read without it. */
interface Search {
  readonly source: number;
  readonly atMs: number;
  readonly found: Promise<readonly Detection[]>;
}

/**
 * Where the faces of a stream are. Detection costs half of a frame's time, so while every face is
 * surely known again by its look no frame waits for it: the faces are moved on as their looks have
 * moved, every second frame is searched while it and the next one are read, and faces that have
 * changed or are not where they should be are looked for at once. What is found does not depend on
 * how fast that is.
 */
export class FaceLocator {
  readonly #detector: Detector;
  readonly #tracker: Tracker;
  /** The faces as they were in the frame that was last searched. */
  #looks: Looks = new Map();
  #searchedAt = -Infinity;
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
    const searchIsDue = atMs - this.#searchedAt > SEARCH_AGAIN_AFTER;
    if (searchIsDue) await this.#finishSearch();
    const followed = policy === 'unsure' ? this.#follow(picture, atMs, searchIsDue) : null;
    if (followed !== null) return followed;
    await this.#finishSearch();
    const faces = this.#tracker.update(await this.#detector.detect(picture), atMs);
    if (policy === 'always') {
      this.#streak = 0;
      return faces;
    }
    this.#count(faces);
    this.#looks = looksOf(new Glance(picture), faces);
    this.#searchedAt = atMs;
    return faces;
  }

  /** Forgets all faces: the source has changed. */
  reset(): void {
    this.#tracker.reset();
    this.#streak = 0;
    this.#source += 1;
  }

  /** The faces without waiting for a detection; null where they are to be looked for first. */
  #follow(picture: Picture, atMs: number, searchIsDue: boolean): readonly Face[] | null {
    if (this.#streak < LEAST_STREAK || atMs - this.#searchedAt > LONGEST_GUESS) return null;
    const before = this.#tracker.expected(this.#searchedAt);
    const now = this.#tracker.expected(atMs);
    const glance = new Glance(picture);
    const faces: Face[] = [];
    for (const [i, { id }] of now.entries()) {
      const look = this.#looks.get(id);
      if (look === undefined || look.face.score < LEAST_SCORE) return null;
      const followed = glance.follow(look, motion(before[i]!, now[i]!));
      if (!isSure(look.face, followed)) return null;
      faces.push(followed.face);
    }
    if (faces.length === 0) return null;
    if (searchIsDue) this.#beginSearch(picture, atMs, looksOf(glance, faces));
    return faces;
  }

  /** @param looks the faces where they are thought to be */
  #beginSearch(picture: Picture, atMs: number, looks: Looks): void {
    const found = this.#detector.detect(picture);
    // Whoever waits for it hears of it.
    found.catch(() => undefined);
    this.#search = { source: this.#source, atMs, found };
    this.#looks = looks;
    this.#searchedAt = atMs;
  }

  async #finishSearch(): Promise<void> {
    const search = this.#search;
    if (search === null) return;
    this.#search = null;
    if (search.source !== this.#source) {
      await search.found.catch(() => undefined);
      return;
    }
    const found = await search.found;
    this.#tracker.move(
      [...this.#looks.values()].map(({ face }) => face),
      search.atMs,
    );
    const faces = this.#tracker.update(found, search.atMs);
    this.#count(faces);
    // From where the search has found it, a face moves as its look does.
    this.#looks = new Map(
      faces.flatMap((face): [number, Look][] => {
        const look = this.#looks.get(face.id);
        return look === undefined ? [] : [[face.id, { ...look, face }]];
      }),
    );
  }

  #count(faces: readonly Face[]): void {
    const same = faces.length === this.#looks.size && faces.every(({ id }) => this.#looks.has(id));
    this.#streak = same ? this.#streak + 1 : 1;
  }
}

function motion(from: Face, to: Face): Point {
  const [start, end] = [centre(from.box), centre(to.box)];
  return { x: end.x - start.x, y: end.y - start.y };
}

function isSure({ box }: Face, { face, missed, change }: Followed): boolean {
  const most = (MOST_MOTION * (box.width + box.height)) / 2;
  return (
    change <= MOST_CHANGE &&
    missed <= MOST_MISSED &&
    distance(centre(box), centre(face.box)) <= most
  );
}

function looksOf(glance: Glance, faces: readonly Face[]): Looks {
  return new Map(faces.map((face) => [face.id, glance.look(face)]));
}
