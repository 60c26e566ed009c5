import type { Analysis } from '../core/reading/analysis.ts';
import { Stillness } from './stillness.ts';

/** Ten frames a second. */
const SLOW_MS = 100;
/** Fifteen frames a second: of a camera's thirty, none of two in a row is left out. */
const STILL_MS = 1000 / 15;
/** Cameras are not punctual: a frame so much early is taken for the one that is due. */
const EARLY_MS = 8;
/** Five frames a second: more would take a loaded machine's time from the model. */
const LOCATE_MS = 200;
/** A device that has left out no frame on purpose for so long has time for fewer than it may read. */
const NOTED_FOR_MS = 500;
/** So long must nobody have been seen until every third frame is enough to notice somebody. */
const NOBODY_FOR_MS = 1000;

/**
 * Which of a source's frames are read: all of them, fifteen a second while nothing moves and nothing
 * that is read changes, or ten. Times are those of capture.
 */
export class Pace {
  readonly #saving: () => boolean;
  readonly #stillness = new Stillness();
  #takenAt = -Infinity;
  #leftOutAt = -Infinity;
  #seenAt = -Infinity;

  /** @param saving whether ten readings a second are enough now */
  constructor(saving: () => boolean) {
    this.#saving = saving;
  }

  /** Whether a frame is to be read; if so, the next is counted from it. */
  isDue(capturedAt: number): boolean {
    const since = capturedAt - this.#takenAt;
    // A clock that was set back begins anew.
    const due = since < 0 || since >= this.#step(capturedAt) - EARLY_MS;
    if (due) this.#takenAt = capturedAt;
    else this.#leftOutAt = capturedAt;
    return due;
  }

  /** As `isDue`, while the model is still loaded and faces are only found. */
  isDueToLocate(capturedAt: number): boolean {
    const due = Math.abs(capturedAt - this.#takenAt) >= LOCATE_MS;
    if (due) this.#takenAt = capturedAt;
    return due;
  }

  /** What was read of a frame. */
  analysed(analysis: Pick<Analysis, 'capturedAt' | 'faces'>): void {
    const { capturedAt, faces } = analysis;
    this.#stillness.observe(analysis);
    const begins = this.#seenAt > capturedAt || this.#seenAt === -Infinity;
    if (faces.length > 0 || begins) this.#seenAt = capturedAt;
  }

  /** Whether frames of this time are left out on purpose, and not because there is no time for them. */
  isSlowAt(capturedAt: number): boolean {
    const step = this.#step(capturedAt);
    return step === STILL_MS ? capturedAt - this.#leftOutAt < NOTED_FOR_MS : step > 0;
  }

  /** How many milliseconds after a frame that is read the next one is, at least. */
  #step(capturedAt: number): number {
    const nobody = this.#seenAt !== -Infinity && capturedAt - this.#seenAt > NOBODY_FOR_MS;
    if (nobody || this.#saving()) return SLOW_MS;
    return this.#stillness.lastsAt(capturedAt) ? STILL_MS : 0;
  }
}
