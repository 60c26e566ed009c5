/** What it waits for. */
interface Watch {
  readonly seconds: number;
  /** On the clock of `performance.now()`. */
  readonly until: number;
  readonly bite: () => void;
}

/**
 * Bites when nothing has been heard for `seconds` while the page is visible: a hidden page's timers
 * and workers are throttled, and silence means nothing there.
 */
export class Watchdog {
  readonly #visible: () => boolean;
  #watch: Watch | null = null;
  /** One timer lasts for many watches: setting and clearing one for every frame is felt. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wakesAt = Infinity;

  constructor(visible: () => boolean) {
    this.#visible = visible;
  }

  /** Starts over with every call; `bite` runs at most once. */
  watch(seconds: number, bite: () => void): void {
    const until = performance.now() + seconds * 1000;
    this.#watch = { seconds, until, bite };
    if (until < this.#wakesAt) this.#wakeAt(until);
  }

  rest(): void {
    this.#watch = null;
  }

  #wakeAt(time: number): void {
    clearTimeout(this.#timer);
    this.#wakesAt = time;
    this.#timer = setTimeout(() => {
      this.#wakesAt = Infinity;
      this.#look();
    }, time - performance.now());
  }

  #look(): void {
    const watch = this.#watch;
    if (watch === null) return;
    if (performance.now() < watch.until) this.#wakeAt(watch.until);
    else if (!this.#visible()) this.watch(watch.seconds, watch.bite);
    else {
      this.#watch = null;
      watch.bite();
    }
  }
}
