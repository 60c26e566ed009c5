/** Frames that may be on their way while one is analysed. */
const AHEAD = 3;
/** How long a decoder may take to bring a frame before it is given one more packet, at first. */
const PATIENCE_MS = 2;

/**
 * Lets packets into a decoder only as frames are taken out of it, so that few decoded frames wait
 * at any time. A decoder that holds frames back to put them into order needs more packets than
 * frames are wanted: it gets one more each time it leaves its consumer waiting, and that many from
 * then on. Patience grows with every such packet, for a slow start is no holding back.
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

  /** Waits for the decoder's frame, and no longer than patience lasts. */
  async #bePatient(): Promise<void> {
    const patience = PATIENCE_MS * (this.#allowed - AHEAD + 1);
    const timer = setTimeout(() => {
      this.#allowed += 1;
      this.#wake();
    }, patience);
    await this.#change();
    clearTimeout(timer);
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
