import { KEPT } from '../core/session/kept-places.ts';
import type { AnalyserSetup } from '../analyser/messages.ts';

const KEY = KEPT.readySetup.name;

/** Remembers which analyser was last built, so that the next visit may build it unasked. */
export class ReadySetup {
  readonly #storage: Storage | null;
  readonly #program: string;

  /** @param program names the analyser's own code: another version fetches other files */
  constructor(storage: Storage | null, program: string) {
    this.#storage = storage;
    this.#program = program;
  }

  is(setup: AnalyserSetup): boolean {
    return this.#storage?.getItem(KEY) === this.#nameOf(setup);
  }

  remember(setup: AnalyserSetup): void {
    if (this.is(setup)) return;
    try {
      this.#storage?.setItem(KEY, this.#nameOf(setup));
    } catch {
      // Storage may be full or forbidden: the next visit then builds it when it is wanted.
    }
  }

  #nameOf(setup: AnalyserSetup): string {
    return JSON.stringify([this.#program, setup]);
  }
}
