import type { Analysis } from '../core/reading/analysis.ts';
import type { LiveStats, Spread, Stage } from './live-stats.ts';

const WINDOW_MS = 5000;

const NO_READER = { crop: 0, encode: 0, head: 0 };

interface Entry {
  readonly at: number;
  readonly age: number;
  readonly stages: Readonly<Record<Stage, number>>;
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
    const { picture, detect, total, readers } = timings;
    const [reader = NO_READER] = readers;
    this.#analysed.push({
      at: now,
      age: now - capturedAt,
      stages: { picture, detect, total, ...reader },
    });
  }

  /** Drops what is older than the window and sums up the rest. */
  summary(now: number): LiveStats {
    this.#analysed = this.#analysed.filter(({ at }) => now - at < WINDOW_MS);
    const stage = (name: Stage) => spread(this.#analysed.map(({ stages }) => stages[name]));
    return {
      sourceFps: perSecond(this.#offered),
      analysedFps: perSecond(this.#analysed.map(({ at }) => at)),
      age: spread(this.#analysed.map(({ age }) => age)),
      stages: {
        picture: stage('picture'),
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
