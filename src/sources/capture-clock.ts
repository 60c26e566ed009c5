/** By how much one clock may outrun the other, in milliseconds a frame: one in three thousand at 30 a second. */
const DRIFT = 0.01;

/**
 * Translates a camera's timestamps, of a clock that starts anywhere, into the page's time. The frame
 * that arrived soonest after its timestamp tells how far apart the clocks are; so a capture is told
 * as late as the quickest delivery takes, about a millisecond, and not as late as a busy page is.
 */
export class CaptureClock {
  #apart = Infinity;
  #last = -Infinity;

  /** @returns when a frame was captured, on the clock of `arrived`; never earlier than the one before. In milliseconds, all. */
  capturedAt(timestamp: number, arrived: number): number {
    this.#apart = Math.min(this.#apart + DRIFT, arrived - timestamp);
    this.#last = Math.max(this.#last, timestamp + this.#apart);
    return this.#last;
  }
}
