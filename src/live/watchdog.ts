/**
 * Bites when nothing has been heard for `seconds` while the page is visible: a hidden page's timers
 * and workers are throttled, and silence means nothing there.
 */
export class Watchdog {
  readonly #visible: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(visible: () => boolean) {
    this.#visible = visible;
  }

  /** Starts over with every call; `bite` runs at most once. */
  watch(seconds: number, bite: () => void): void {
    this.rest();
    this.#timer = setTimeout(() => {
      if (this.#visible()) bite();
      else this.watch(seconds, bite);
    }, seconds * 1000);
  }

  rest(): void {
    clearTimeout(this.#timer);
  }
}
