/** Frames that may be on their way while one is analysed. */
const AHEAD = 3;
/** As many as a decoder may hold back to put them into order (H.264: 16), and the three. */
const MOST = 19;
/** What a decoder gets to bring a frame before it is given one more packet. */
const PATIENCE_MS = 2;

/**
 * Lets packets into a decoder only as frames are taken out of it, so that few decoded frames wait
 * at any time. A decoder that holds frames back to put them into order needs more packets than
 * frames are wanted: it gets one more each time it leaves its consumer waiting, and that many from
 * then on.
 */
export class Pace {
  #allowed = AHEAD;
  #inside = 0;
  #waiting = false;
  #stopped = false;
  #wake: () => void = () => undefined;

  /** Settles when one more packet may be decoded, and counts it. */
  async enter(): Promise<void> {
    while (!this.#stopped && this.#inside >= this.#allowed) {
      await (this.#waiting ? this.#bePatient() : this.#change());
    }
    this.#inside += 1;
  }

  /** Waits for `next` to bring a frame, or to say that there are no more. */
  async leave<Result extends IteratorResult<unknown, unknown>>(
    next: () => Promise<Result>,
  ): Promise<Result> {
    this.#waiting = true;
    this.#wake();
    const result = await next();
    this.#waiting = false;
    this.#inside -= 1;
    this.#wake();
    return result;
  }

  /** No frame will be taken any more: whatever waits to enter is let through, to its end. */
  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  async #bePatient(): Promise<void> {
    const inside = this.#inside;
    await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    const starved = this.#waiting && this.#inside === inside;
    if (starved) this.#allowed = Math.min(this.#allowed + 1, MOST);
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
