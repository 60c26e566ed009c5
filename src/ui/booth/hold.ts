/** For how long the corner is held before it is meant. */
export const HOLD_MS = 3000;

/** Tells a press that lasts from one that happens by chance. */
export class Hold {
  readonly #held: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param held called once for each press that has lasted for `HOLD_MS` */
  constructor(held: () => void) {
    this.#held = held;
  }

  press(): void {
    this.release();
    this.#timer = setTimeout(this.#held, HOLD_MS);
  }

  release(): void {
    clearTimeout(this.#timer);
  }
}
