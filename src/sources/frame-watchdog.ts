const TICK_MS = 250;
/** With the tick under way, frames are missed between 1.0 and 1.25 seconds after the last one. */
const SILENT_TICKS = 5;

export interface FrameWatchdogEvents {
  /** No frame has come for a while. */
  stalled(): void;
  /** After `stalled`: frames come again. */
  resumed(): void;
}

/**
 * Notices that a camera's frames stop, of which browsers give no event: another program took the
 * camera, or the lid was shut. It counts ticks and reads no clock: a clock that jumps, a busy page
 * and a computer that slept are one tick, and no silence.
 */
export class FrameWatchdog {
  readonly #events: FrameWatchdogEvents;
  readonly #timer: ReturnType<typeof setInterval>;
  #silentTicks = 0;
  #stalled = false;

  constructor(events: FrameWatchdogEvents) {
    this.#events = events;
    this.#timer = setInterval(() => {
      this.#silentTicks += 1;
      if (this.#silentTicks === SILENT_TICKS) this.stall();
    }, TICK_MS);
  }

  /** A frame came. */
  frame(): void {
    this.#silentTicks = 0;
    if (!this.#stalled) return;
    this.#stalled = false;
    this.#events.resumed();
  }

  /** No frame will come, as is known already. */
  stall(): void {
    if (this.#stalled) return;
    this.#stalled = true;
    this.#events.stalled();
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
