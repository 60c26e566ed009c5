import type { Detection, Face } from '../../core/tracking/face.ts';
import type { Point } from '../../core/geometry/shapes.ts';
import { centre, distance } from '../../core/geometry/boxes.ts';
import type { Tracker } from '../../core/tracking/tracker.ts';
import type { Detector } from './detector.ts';
import { Heads, headsOf } from './heads.ts';
import { isAtRest, Rest, stayPut } from './rest.ts';
import { Thumbnail, type Followed, type FaceTemplate } from './thumbnail.ts';
import type { DetectionPolicy } from '../messages.ts';
import type { Picture } from '../picture/picture.ts';

/** How often faces are searched for that are surely known. */
interface SearchPace {
  /** So many milliseconds after a search the next one begins. */
  readonly again: number;
  /** For how long, in milliseconds, faces are followed by their templates alone. */
  readonly longestGuess: number;
  /** As `again`, while all faces are at rest. */
  readonly againAtRest: number;
}

/** Every second frame from 23 a second on. */
const OFTEN: SearchPace = { again: 45, longestGuess: 95, againAtRest: 45 };
/** Every third of 30 a second, every second of 25; four a second for whoever may join faces at rest. */
const SPARING: SearchPace = { again: 78, longestGuess: 128, againAtRest: 240 };

/** So many detections in a row must have found the same faces. */
const LEAST_STREAK = 3;
/** A detector less confident of a face than this is asked again at once. */
const LEAST_SCORE = 0.7;
/** A face that has moved by more than this share of its side is looked for. */
const MOST_MOTION = 0.2;
/** A face this far, in pixels of its template, from where it should be is looked for. */
const MOST_MISSED = 1;
/** So much may a face's template change, in pixel values, until it is looked for. */
const MOST_CHANGE = 6;

/** By face id. */
type FaceTemplates = ReadonlyMap<number, FaceTemplate>;

/** A search whose frame is read without it. */
interface Search {
  readonly source: number;
  readonly atMs: number;
  readonly found: Promise<readonly Detection[]>;
}

/**
 * Where the faces of a stream are. Detection costs half of a frame's time, so while every face is
 * surely known again by its template no frame waits for it: the faces are moved on as their
 * templates have moved, some frames are searched while they and the next ones are read, and faces
 * that have changed or are not where they should be are looked for at once. So are faces whose
 * heads are other people's, which get ids of their own. Faces at rest stay where they are, to the
 * last digit, and are searched for four times a second. What is found does not depend on how fast
 * that is.
 */
export class FaceLocator {
  readonly #detector: Detector;
  readonly #tracker: Tracker;
  /** The faces as they were in the frame that was last searched. */
  #templates: FaceTemplates = new Map();
  #searchedAt = -Infinity;
  /** When they last looked like their templates, or these were taken. */
  #knownAt = -Infinity;
  readonly #heads = new Heads();
  readonly #rest = new Rest();
  readonly #mayRest: boolean;
  readonly #pace: SearchPace;
  /** How many detections in a row have found the same faces. */
  #streak = 0;
  #search: Search | null = null;
  /** Counts sources: what is found of an earlier one is of no use. */
  #source = 0;

  /** @param sparing whether as few searches will do as go unnoticed; faces at rest then stay put */
  constructor(detector: Detector, tracker: Tracker, sparing: boolean) {
    this.#detector = detector;
    this.#tracker = tracker;
    this.#mayRest = sparing;
    this.#pace = sparing ? SPARING : OFTEN;
  }

  /** The primary face's id; null without one. */
  primary(): number | null {
    return this.#tracker.primary();
  }

  /** The faces of a picture taken at `atMs`, which never goes back, by id. */
  async locate(picture: Picture, atMs: number, policy: DetectionPolicy): Promise<readonly Face[]> {
    const resting = this.#rest.lastsAt(atMs);
    const { again, againAtRest } = this.#pace;
    const searchIsDue = atMs - this.#searchedAt > (resting ? againAtRest : again);
    if (searchIsDue || resting) await this.#finishSearch(resting);
    const followed = policy === 'unsure' ? this.#follow(picture, atMs, searchIsDue) : null;
    if (followed !== null) return followed;
    await this.#finishSearch(false);
    this.#rest.end();
    const found = this.#tracker.update(await this.#detector.detect(picture), atMs);
    const thumbnail = new Thumbnail(picture);
    const faces = this.#renewStrangers(found, thumbnail, atMs);
    if (policy === 'always') {
      this.#streak = 0;
      return faces;
    }
    this.#count(faces);
    this.#templates = templatesOf(thumbnail, faces);
    this.#searchedAt = atMs;
    this.#knownAt = atMs;
    return faces;
  }

  /** Forgets all faces: the source has changed. */
  reset(): void {
    this.#tracker.reset();
    this.#rest.end();
    this.#streak = 0;
    this.#source += 1;
  }

  /** The faces of the last update; who was not there in the last frame has an id of their own. */
  #renewStrangers(found: readonly Face[], thumbnail: Thumbnail, atMs: number): readonly Face[] {
    const heads = headsOf(thumbnail, found);
    const strangers = this.#heads.strangersAmong(heads, atMs);
    if (strangers.length === 0) {
      this.#heads.remember(heads, atMs);
      return found;
    }
    const faces = this.#tracker.renew(strangers, atMs);
    this.#heads.remember(headsOf(thumbnail, faces), atMs);
    return faces;
  }

  /** The faces without waiting for a detection; null where they are to be looked for first. */
  #follow(picture: Picture, atMs: number, searchIsDue: boolean): readonly Face[] | null {
    if (this.#streak < LEAST_STREAK || atMs - this.#knownAt > this.#pace.longestGuess) return null;
    const before = this.#tracker.expected(this.#searchedAt);
    const now = this.#tracker.expected(atMs);
    const resting = this.#rest.lastsAt(atMs);
    const thumbnail = new Thumbnail(picture);
    const faces: Face[] = [];
    let atRest = this.#mayRest;
    for (const [i, { id }] of now.entries()) {
      const template = this.#templates.get(id);
      if (template === undefined || template.face.score < LEAST_SCORE) return null;
      const guess = resting ? NO_MOTION : motion(before[i]!, now[i]!);
      const followed = thumbnail.follow(template, guess);
      if (!isSure(template.face, followed)) return null;
      atRest &&= isAtRest(template, followed);
      faces.push(followed.face);
    }
    if (faces.length === 0) return null;
    const heads = headsOf(thumbnail, faces);
    if (this.#heads.strangersAmong(heads, atMs).length > 0) return null;
    this.#heads.remember(heads, atMs);
    this.#rest.observe(atRest, atMs);
    if (this.#rest.lastsAt(atMs)) return this.#stay(picture, atMs, searchIsDue);
    if (searchIsDue) this.#beginSearch(picture, atMs, templatesOf(thumbnail, faces));
    return faces;
  }

  /** The faces where their templates were taken. */
  #stay(picture: Picture, atMs: number, searchIsDue: boolean): readonly Face[] {
    this.#knownAt = atMs;
    if (searchIsDue) this.#beginSearch(picture, atMs, this.#templates);
    return [...this.#templates.values()].map(({ face }) => face);
  }

  /** @param templates the faces where they are thought to be */
  #beginSearch(picture: Picture, atMs: number, templates: FaceTemplates): void {
    const found = this.#detector.detect(picture);
    // Whoever waits for it hears of it.
    found.catch(() => undefined);
    this.#search = { source: this.#source, atMs, found };
    this.#templates = templates;
    this.#searchedAt = atMs;
    this.#knownAt = atMs;
  }

  async #finishSearch(resting: boolean): Promise<void> {
    const search = this.#search;
    if (search === null) return;
    this.#search = null;
    if (search.source !== this.#source) {
      await search.found.catch(() => undefined);
      return;
    }
    const found = await search.found;
    const held = [...this.#templates.values()].map(({ face }) => face);
    this.#tracker.move(held, search.atMs);
    let faces = this.#tracker.update(found, search.atMs);
    this.#count(faces);
    if (resting && stayPut(held, faces)) {
      faces = faces.map(({ id, score }) => ({ ...held.find((face) => face.id === id)!, score }));
      this.#tracker.move(faces, search.atMs);
    }
    // From where the search has found it, a face moves as its template does.
    this.#templates = new Map(
      faces.flatMap((face): [number, FaceTemplate][] => {
        const template = this.#templates.get(face.id);
        return template === undefined ? [] : [[face.id, { ...template, face }]];
      }),
    );
  }

  #count(faces: readonly Face[]): void {
    const same =
      faces.length === this.#templates.size && faces.every(({ id }) => this.#templates.has(id));
    this.#streak = same ? this.#streak + 1 : 1;
  }
}

const NO_MOTION: Point = { x: 0, y: 0 };

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

function templatesOf(thumbnail: Thumbnail, faces: readonly Face[]): FaceTemplates {
  return new Map(faces.map((face) => [face.id, thumbnail.template(face)]));
}
