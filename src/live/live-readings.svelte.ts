import type { Analysis } from '../core/reading/analysis.ts';
import type { PerEmotion } from '../core/blemore/emotions.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import type { Reading } from '../core/blemore/prediction.ts';
import { FaceReader } from '../core/reading/face-reader.ts';
import type { Settings } from '../core/session/settings.ts';
import { addSample } from './history.ts';
import type { LiveStats } from './live-stats.ts';
import type { Sample } from './sample.ts';
import { Statistics } from './statistics.ts';

const STATS_EVERY_MS = 500;

/** What is shown of the frames analysed so far. */
export class LiveReadings {
  readonly #reader = new FaceReader();
  readonly #statistics = new Statistics();
  #analysis = $state.raw<Analysis | null>(null);
  #readings = $state.raw<ReadonlyMap<number, Reading>>(new Map());
  #truth = $state.raw<PerEmotion | null>(null);
  #history = $state.raw<readonly Sample[]>([]);
  #stats = $state.raw<LiveStats | null>(null);
  #statsAt = 0;

  get analysis(): Analysis | null {
    return this.#analysis;
  }
  get readings(): ReadonlyMap<number, Reading> {
    return this.#readings;
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
  get reading(): Reading | null {
    const primary = this.#analysis?.faces.find((face) => face.primary);
    return primary === undefined ? null : (this.#readings.get(primary.face.id) ?? null);
  }

  show(analysis: Analysis, truth: PerEmotion | null, settings: Settings, pack: ModelPack): void {
    const { alpha, beta, smoothing } = pack.decision;
    this.#analysis = analysis;
    this.#truth = truth;
    this.#readings = this.#reader.read(analysis, {
      smoothing: settings.smoothing ?? smoothing,
      thresholds: { alpha: settings.alpha ?? alpha, beta: settings.beta ?? beta },
      steady: settings.steady,
    });
    const probabilities = this.reading?.probabilities ?? null;
    this.#history = addSample(this.#history, { at: analysis.capturedAt, probabilities });
    requestAnimationFrame((painted) => {
      this.#count(analysis, painted);
    });
  }

  /** A frame was offered, analysed or not. */
  offered(): void {
    this.#statistics.offered(performance.now());
  }

  /** No face any more, and none to be continued; the timeline stays. */
  clear(): void {
    this.#analysis = null;
    this.#readings = new Map();
    this.#truth = null;
    this.#stats = null;
    this.#reader.reset();
    this.#statistics.reset();
  }

  forgetHistory(): void {
    this.#history = [];
  }

  #count(analysis: Analysis, painted: number): void {
    this.#statistics.analysed(analysis, painted);
    if (painted - this.#statsAt < STATS_EVERY_MS) return;
    this.#statsAt = painted;
    this.#stats = this.#statistics.summary(painted);
  }
}
