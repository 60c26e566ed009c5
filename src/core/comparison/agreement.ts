import type { Reading } from '../blemore/prediction.ts';
import { meanDifference, sameLabel } from './difference.ts';

/** How far two readers of the same faces agree. */
export interface Agreement {
  /** The share of time in which both said the same label, 0..1. */
  readonly sameLabel: number;
  /** The mean absolute difference of their probabilities over that time, 0..1/3. */
  readonly meanDifference: number;
  /** How much time it is of, in seconds. */
  readonly seconds: number;
}

/** A frame that comes later than this after the one before stands for no more time, in milliseconds. */
const LONGEST_MS = 1000;

interface Entry {
  readonly at: number;
  /** Milliseconds the frame stands for. */
  readonly stands: number;
  readonly same: boolean;
  readonly difference: number;
}

/** The agreement of two readers over the last `spanMs`, each frame weighed by the time it stands for. */
export class AgreementWindow {
  readonly #spanMs: number;
  #entries: Entry[] = [];

  constructor(spanMs: number) {
    this.#spanMs = spanMs;
  }

  /** Takes what both say of a frame. Expects frames in their order; `at` in milliseconds. */
  add(at: number, one: Reading, other: Reading): void {
    const since = at - (this.#entries.at(-1)?.at ?? at);
    const entry = { same: sameLabel(one, other), difference: differenceOf(one, other) };
    this.#entries.push({ at, stands: Math.min(Math.max(since, 0), LONGEST_MS), ...entry });
    while (at - (this.#entries[0]?.at ?? at) > this.#spanMs) this.#entries.shift();
  }

  /** Null until two frames have been read by both. */
  get agreement(): Agreement | null {
    const total = this.#sum(() => 1);
    if (total === 0) return null;
    return {
      sameLabel: this.#sum(({ same }) => (same ? 1 : 0)) / total,
      meanDifference: this.#sum(({ difference }) => difference) / total,
      seconds: total / 1000,
    };
  }

  clear(): void {
    this.#entries = [];
  }

  /** Of a figure, weighed by time. */
  #sum(figure: (entry: Entry) => number): number {
    return this.#entries.reduce((sum, entry) => sum + entry.stands * figure(entry), 0);
  }
}

function differenceOf(one: Reading, other: Reading): number {
  return meanDifference(one.probabilities, other.probabilities);
}
