/** How often something may be rebuilt: `limit` times within `windowMs`, then no more. */
export class RestartBudget {
  readonly #limit: number;
  readonly #windowMs: number;
  #spent: number[] = [];

  constructor(limit: number, windowMs: number) {
    this.#limit = limit;
    this.#windowMs = windowMs;
  }

  /** Takes one restart at `now` (milliseconds); false where none is left. */
  spend(now: number): boolean {
    this.#spent = this.#spent.filter((at) => now - at < this.#windowMs);
    if (this.#spent.length >= this.#limit) return false;
    this.#spent.push(now);
    return true;
  }

  reset(): void {
    this.#spent = [];
  }
}
