/** Aborts its signal when `seconds` pass without a sign of life. */
export class StallTimer {
  readonly #seconds: number;
  readonly #controller = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(seconds: number) {
    this.#seconds = seconds;
    this.alive();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Starts counting anew. */
  alive(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#controller.abort();
    }, this.#seconds * 1000);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
