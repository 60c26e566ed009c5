import type { Analysis } from '../core/reading/analysis.ts';
import type { PerEmotion } from '../core/blemore/emotions.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import type { Reading } from '../core/blemore/prediction.ts';
import type { OwnNeutral } from '../core/reading/own-neutral.ts';
import { FaceReader, type ReadingOptions } from '../core/reading/face-reader.ts';
import type { Settings } from '../core/session/settings.ts';
import { addSample } from './history.ts';
import { readingOptions } from './reading-options.ts';
import type { LiveStats } from './live-stats.ts';
import type { Pace } from './pace.ts';
import type { Sample } from './sample.ts';
import { looksAlike } from './shown-frame.ts';
import { nextShown, NOTHING_SHOWN, type Shown } from './shown.ts';
import { Statistics } from './rolling-statistics.ts';
import { ShortfallMeter } from './shortfall.ts';

const STATS_EVERY_MS = 500;

/** What is known, and shown, of the frames analysed so far. */
export class LiveReadings {
  /** What is remembered of each face. */
  readonly reader = new FaceReader();
  readonly #statistics = new Statistics();
  readonly #shortfallMeter = new ShortfallMeter();
  #analysis = $state.raw<Analysis | null>(null);
  #readings = $state.raw<ReadonlyMap<number, Reading>>(new Map());
  #shown = $state.raw<Shown>(NOTHING_SHOWN);
  #shownFrame = $state.raw<Analysis | null>(null);
  #truth = $state.raw<PerEmotion | null>(null);
  #history = $state.raw<readonly Sample[]>([]);
  #stats = $state.raw<LiveStats | null>(null);
  #shortfall = $state.raw<number | null>(null);
  #statsAt = 0;

  get analysis(): Analysis | null {
    return this.#analysis;
  }
  get readings(): ReadonlyMap<number, Reading> {
    return this.#readings;
  }
  get shown(): Shown {
    return this.#shown;
  }
  /** The newest frame that looks otherwise than the one before, or was read when levels were renewed. */
  get shownFrame(): Analysis | null {
    return this.#shownFrame;
  }
  get truth(): PerEmotion | null {
    return this.#truth;
  }
  get history(): readonly Sample[] {
    return this.#history;
  }
  get stats(): LiveStats | null {
    return this.#stats;
  }
  /** How many frames a second are read where time is too short for all; null while about all are. */
  get shortfall(): number | null {
    return this.#shortfall;
  }
  get primaryId(): number | null {
    return this.#analysis?.faces.find((face) => face.primary)?.face.id ?? null;
  }
  get reading(): Reading | null {
    const id = this.primaryId;
    return id === null ? null : (this.#readings.get(id) ?? null);
  }

  /** Faces that are found, and that nobody reads yet. */
  locate(analysis: Analysis): void {
    this.#analysis = analysis;
    this.#shownFrame = analysis;
  }

  show(
    analysis: Analysis,
    truth: PerEmotion | null,
    settings: Settings,
    pack: ModelPack,
    pace: Pick<Pace, 'isSlowAt'>,
  ): void {
    const options = readingOptions(settings, pack);
    this.#analysis = analysis;
    this.#truth = truth;
    this.#readings = this.reader.read(analysis, options);
    const { capturedAt: at } = analysis;
    const { readings, reading } = this;
    const ownNeutral = this.#ownNeutralIn(options);
    this.#shown = nextShown(this.#shown, { at, readings, reading, ownNeutral });
    // With the levels comes how old a late reading is.
    if (this.#shown.at === at || !looksAlike(this.#shownFrame, analysis)) {
      this.#shownFrame = analysis;
    }
    const probabilities = reading?.probabilities ?? null;
    this.#history = addSample(this.#history, { at, probabilities });
    const slow = pace.isSlowAt(at);
    if (!settings.hud) {
      this.#count(analysis, slow, performance.now());
      return;
    }
    // The page is drawn again for it, which a frame that changes nothing does not need.
    requestAnimationFrame((painted) => {
      this.#count(analysis, slow, painted);
    });
  }

  /** Whether a face holds still now and may be relaxed; false where its own neutral is not used. */
  isAtRest(face: number, settings: Settings, pack: ModelPack): boolean {
    const { relaxedFaces } = readingOptions(settings, pack).adjustments;
    return relaxedFaces !== null && this.reader.isAtRest(face, relaxedFaces);
  }

  /**
   * The visitor says that a face is relaxed now. False where there is no such face, its own neutral
   * is not used, or it cannot be relaxed.
   */
  confirmRest(face: number, settings: Settings, pack: ModelPack): boolean {
    const { relaxedFaces } = readingOptions(settings, pack).adjustments;
    return relaxedFaces !== null && this.reader.confirmRest(face, relaxedFaces);
  }

  /** A frame was offered, analysed or not. */
  offered(): void {
    this.#statistics.offered(performance.now());
  }

  /** No face any more, and none to be continued; the timeline stays. */
  clear(): void {
    this.#analysis = null;
    this.#readings = new Map();
    this.#shown = NOTHING_SHOWN;
    this.#shownFrame = null;
    this.#truth = null;
    this.#stats = null;
    this.reader.reset();
    this.#statistics.reset();
    this.#measureAnew();
  }

  forgetHistory(): void {
    this.#history = [];
  }

  #ownNeutralIn({ adjustments: { relaxedFaces } }: ReadingOptions): OwnNeutral | null {
    const id = this.primaryId;
    if (id === null || relaxedFaces === null) return null;
    return this.reader.ownNeutral(id, relaxedFaces);
  }

  /** @param slow whether frames are left out on purpose */
  #count(analysis: Analysis, slow: boolean, painted: number): void {
    this.#statistics.analysed(analysis, painted);
    if (slow) this.#measureAnew();
    if (painted - this.#statsAt < STATS_EVERY_MS) return;
    this.#statsAt = painted;
    this.#stats = this.#statistics.summary(painted);
    if (!slow) this.#shortfall = this.#shortfallMeter.update(this.#stats, painted);
  }

  #measureAnew(): void {
    this.#shortfallMeter.reset();
    this.#shortfall = null;
  }
}
