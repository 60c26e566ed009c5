/** For how long the corner is held before it is meant. */
export const HOLD_MS = 3000;

export interface HoldEvents {
  /** Whether it has been held for long enough, and is still held. */
  readonly lasting: (lasting: boolean) => void;
  /** It was held for long enough, and let go of. */
  readonly held: () => void;
}

/** Tells a press that lasts from one that happens by chance. */
export class Hold {
  readonly #events: HoldEvents;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lasted = false;

  constructor(events: HoldEvents) {
    this.#events = events;
  }

  press(): void {
    this.cancel();
    this.#timer = setTimeout(() => {
      this.#lasted = true;
      this.#events.lasting(true);
    }, HOLD_MS);
  }

  release(): void {
    const lasted = this.#lasted;
    this.cancel();
    // A dialog that is open when the finger leaves takes that for a tap beside it, and closes.
    if (lasted) this.#timer = setTimeout(this.#events.held);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    if (this.#lasted) this.#events.lasting(false);
    this.#lasted = false;
  }
}
