import { SortedValues } from './sorted-values.ts';
import { summarise, type Statistic } from './aggregate.ts';

interface FrameFeatures {
  readonly atMs: number;
  readonly features: Float32Array;
}

/**
 * The features of one face's successive frames, as the one vector an aggregating head takes. It is
 * kept up to date frame by frame, so that a long clip costs no more a frame than a short one.
 */
export class FeatureWindow {
  readonly #statistics: readonly Statistic[];
  readonly #spanMs: number;
  #frames: FrameFeatures[] = [];
  #columns: readonly SortedValues[] = [];

  /** @param spanMs frames older than the newest by as much, in milliseconds, no longer count */
  constructor(statistics: readonly Statistic[], spanMs: number) {
    this.#statistics = statistics;
    this.#spanMs = spanMs;
  }

  /** When the newest frame was, in milliseconds. */
  get newest(): number {
    return this.#frames.at(-1)?.atMs ?? -Infinity;
  }

  /** Adds a frame of D features and gives statistics × D numbers, in the order `aggregate` has. */
  add(features: Float32Array, atMs: number): Float64Array {
    if (this.#columns.length === 0) {
      this.#columns = Array.from(features, () => new SortedValues());
    }
    this.#dropUntil(atMs - this.#spanMs);
    this.#frames.push({ atMs, features });
    this.#columns.forEach((column, i) => {
      column.insert(features[i]!);
    });
    return summarise(
      this.#columns.map((column) => column.values),
      this.#statistics,
    );
  }

  #dropUntil(atMs: number): void {
    const kept = this.#frames.filter((frame) => frame.atMs > atMs);
    for (const { features } of this.#frames.slice(0, this.#frames.length - kept.length)) {
      this.#columns.forEach((column, i) => {
        column.remove(features[i]!);
      });
    }
    this.#frames = kept;
  }
}
