import type { Analysis, Timings } from '../core/reading/analysis.ts';
import type { LiveStats, Spread } from './live-stats.ts';

const WINDOW_MS = 5000;

interface Entry {
  readonly at: number;
  readonly age: number;
  readonly timings: Timings;
}

/** The last five seconds of frames, for the HUD; times are `performance.now()` milliseconds. */
export class Statistics {
  #offered: number[] = [];
  #analysed: Entry[] = [];

  offered(now: number): void {
    this.#offered.push(now);
    // Frames may be offered for hours and none analysed.
    while (now - (this.#offered[0] ?? now) >= WINDOW_MS) this.#offered.shift();
  }

  analysed({ capturedAt, timings }: Analysis, now: number): void {
    this.#analysed.push({ at: now, age: now - capturedAt, timings });
  }

  /** Drops what is older than the window and sums up the rest. */
  summary(now: number): LiveStats {
    this.#analysed = this.#analysed.filter(({ at }) => now - at < WINDOW_MS);
    const stage = (name: keyof Timings) =>
      spread(this.#analysed.map((entry) => entry.timings[name]));
    return {
      sourceFps: perSecond(this.#offered),
      analysedFps: perSecond(this.#analysed.map(({ at }) => at)),
      age: spread(this.#analysed.map(({ age }) => age)),
      stages: {
        detect: stage('detect'),
        crop: stage('crop'),
        encode: stage('encode'),
        head: stage('head'),
        total: stage('total'),
      },
    };
  }

  reset(): void {
    this.#offered = [];
    this.#analysed = [];
  }
}

/** Events a second, between the first and the last of ascending times. */
export function perSecond(times: readonly number[]): number {
  const first = times[0];
  const last = times.at(-1);
  if (first === undefined || last === undefined || last === first) return 0;
  return ((times.length - 1) * 1000) / (last - first);
}

/** Nearest-rank percentiles; zero where there is nothing. */
export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { p50: rank(0.5), p95: rank(0.95) };
}
