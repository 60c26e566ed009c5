/** By how much one clock may outrun the other, in milliseconds a frame: one in three thousand at 30 a second. */
const DRIFT = 0.01;
/** A frame that is off by more than this was held up, or one of the clocks has jumped. */
const LATE_MS = 1000;

/**
 * Translates a camera's timestamps, of a clock that starts anywhere, into the page's time. The frame
 * that arrived soonest after its timestamp tells how far apart the clocks are, so that the time told
 * lags by no more than the fastest delivery takes, about a millisecond, however busy the page is.
 * Either clock may jump, in either direction.
 */
export class CaptureClock {
  #apart = Infinity;
  #last = -Infinity;
  #late = false;

  /**
   * @returns when a frame was captured, on the clock of `arrived`: never earlier than the one before,
   * unless that clock fell. Null for a frame that is too old to be shown. All in milliseconds.
   */
  capturedAt(timestamp: number, arrived: number): number | null {
    const apart = arrived - timestamp;
    if (this.#isOld(apart)) return null;
    this.#apart = Math.min(this.#apart + DRIFT, apart);
    // The page's clock fell.
    if (this.#last > arrived + LATE_MS) this.#last = -Infinity;
    this.#last = Math.max(this.#last, timestamp + this.#apart);
    return this.#last;
  }

  /** One late frame was held up by a busy page; where the next is as late, it is the clocks that jumped. */
  #isOld(apart: number): boolean {
    const late = apart - this.#apart > LATE_MS;
    const jumped = late && this.#late;
    this.#late = late && !jumped;
    if (jumped) this.#apart = apart;
    return late && !jumped;
  }
}
