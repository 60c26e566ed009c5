import type { Analysis } from '../core/reading/analysis.ts';

/** Ten frames a second. */
const SLOW_MS = 100;
/** Cameras are not punctual: a frame so much early is taken for the one that is due. */
const EARLY_MS = 8;
/** So long must nobody have been seen until every third frame is enough to notice somebody. */
const NOBODY_FOR_MS = 1000;

/** Which of a source's frames are read: all of them, or ten a second. Times are those of capture. */
export class Pace {
  readonly #saving: () => boolean;
  #takenAt = -Infinity;
  #seenAt = -Infinity;

  /** @param saving whether ten readings a second are enough now */
  constructor(saving: () => boolean) {
    this.#saving = saving;
  }

  /** Whether a frame is to be read; if so, the next is counted from it. */
  isDue(capturedAt: number): boolean {
    const since = capturedAt - this.#takenAt;
    // A clock that was set back begins anew.
    const due = !this.isSlowAt(capturedAt) || since < 0 || since >= SLOW_MS - EARLY_MS;
    if (due) this.#takenAt = capturedAt;
    return due;
  }

  /** What was read of a frame. */
  analysed({ capturedAt, faces }: Pick<Analysis, 'capturedAt' | 'faces'>): void {
    const begins = this.#seenAt > capturedAt || this.#seenAt === -Infinity;
    if (faces.length > 0 || begins) this.#seenAt = capturedAt;
  }

  /** Whether ten readings a second are enough for a frame of this time. */
  isSlowAt(capturedAt: number): boolean {
    if (this.#saving()) return true;
    return this.#seenAt !== -Infinity && capturedAt - this.#seenAt > NOBODY_FOR_MS;
  }
}
