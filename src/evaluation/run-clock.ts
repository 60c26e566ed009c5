/** A clock that stands still while the run is paused, and what the run waits for meanwhile. */
export class RunClock {
  readonly #now: () => number;
  #before = 0;
  #startedAt: number | null;
  #going = Promise.resolve();
  #go: () => void = () => undefined;

  /** Goes at once. `now` gives milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
    this.#startedAt = now();
  }

  /** Milliseconds since the clock was made, pauses left out. */
  get elapsed(): number {
    return this.#before + (this.#startedAt === null ? 0 : this.#now() - this.#startedAt);
  }

  get paused(): boolean {
    return this.#startedAt === null;
  }

  /** Settles as soon as the clock goes. */
  get going(): Promise<void> {
    return this.#going;
  }

  pause(): void {
    if (this.#startedAt === null) return;
    this.#before = this.elapsed;
    this.#startedAt = null;
    this.#going = new Promise((resolve) => {
      this.#go = resolve;
    });
  }

  resume(): void {
    this.#startedAt ??= this.#now();
    this.#go();
  }
}
