import type { Statistic } from '../../core/blemore/aggregate.ts';
import { FeatureWindow } from '../../core/blemore/feature-window.ts';
import { aggregationOf } from '../../core/pack/lengths.ts';
import type { ModelPack } from '../../core/pack/schema.ts';
import type { Purpose } from '../messages.ts';

const SECOND = 1000;
/** Evaluation reads one face a frame, and its window is the clip's, whatever id the face has. */
const CLIP = 0;

/** The windows over which an aggregating head reads faces. */
export class FeatureWindows {
  readonly #statistics: readonly Statistic[];
  readonly #spanMs: number;
  #windows = new Map<number, FeatureWindow>();

  /** @param spanMs how long a window is, in milliseconds; infinite for one window over a whole clip */
  constructor(statistics: readonly Statistic[], spanMs: number) {
    this.#statistics = statistics;
    this.#spanMs = spanMs;
  }

  /** The vector of a face's window, with this frame's features in it. */
  add(id: number, features: Float32Array, atMs: number): Float64Array {
    const key = Number.isFinite(this.#spanMs) ? id : CLIP;
    const window = this.#windows.get(key) ?? new FeatureWindow(this.#statistics, this.#spanMs);
    this.#windows.set(key, window);
    const vector = window.add(features, atMs);
    this.#forgetUntil(atMs - this.#spanMs);
    return vector;
  }

  /** Forgets all frames: the source has changed. */
  clear(): void {
    this.#windows.clear();
  }

  #forgetUntil(atMs: number): void {
    for (const [id, { newest }] of this.#windows) if (newest <= atMs) this.#windows.delete(id);
  }
}

/** Null for a pack whose head reads no statistics. */
export function windowsFor(pack: ModelPack, purpose: Purpose): FeatureWindows | null {
  const aggregation = aggregationOf(pack);
  if (aggregation === null) return null;
  const spanMs = purpose === 'evaluation' ? Infinity : aggregation.seconds * SECOND;
  return new FeatureWindows(aggregation.statistics, spanMs);
}
