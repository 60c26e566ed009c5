import type { LiveStats } from './live-stats.ts';

/** As long as the statistics reach back: before that they still tell of the start. */
const SETTLED_AFTER_MS = 5000;
/** Of a faster source, more readings a second than this are not missed. */
const FAST_ENOUGH = 30;
/** Below this share of the frames it is told that some are left out... */
const TOLD_BELOW = 0.8;
/** ...and from this one on no longer, so that it does not come and go. */
const UNTOLD_FROM = 0.9;
/** A number that changes faster than this cannot be read. */
const RENEWED_EVERY_MS = 2000;

/** Finds out whether the device has time for the frames of its source, or leaves some of them out. */
export class ShortfallMeter {
  #since: number | null = null;
  #told: number | null = null;
  #toldAt = -Infinity;

  /**
   * How many frames a second are read, in whole numbers; null while about all are.
   * @param now milliseconds, never going back
   */
  update({ sourceFps, analysedFps }: LiveStats, now: number): number | null {
    this.#since ??= now;
    if (now - this.#since < SETTLED_AFTER_MS) return null;
    const enough = this.#told === null ? TOLD_BELOW : UNTOLD_FROM;
    if (analysedFps >= enough * Math.min(sourceFps, FAST_ENOUGH)) {
      this.#told = null;
    } else if (this.#told === null || now - this.#toldAt >= RENEWED_EVERY_MS) {
      this.#told = Math.round(analysedFps);
      this.#toldAt = now;
    }
    return this.#told;
  }

  /** Frames are left out on purpose, or there are none: what was measured says nothing any more. */
  reset(): void {
    this.#since = null;
    this.#told = null;
  }
}
