export interface RunProgress {
  /** Clips finished, restored or failed. */
  readonly done: number;
  readonly total: number;
  /** The clip at work and how much of it is done, 0..1. */
  readonly current: { readonly name: string; readonly share: number } | null;
  /** Seconds of video analysed a second of wall clock, pauses left out; null at first. */
  readonly speed: number | null;
  /** Estimated from the bytes still to go; null at first. */
  readonly secondsLeft: number | null;
}

interface CurrentClip {
  readonly name: string;
  readonly bytes: number;
  /** 0..1. */
  readonly share: number;
  /** Of its video, analysed so far. */
  readonly seconds: number;
}

/** How far a run is, how fast it goes and how long it will take. */
export class RunMeter {
  readonly #total: number;
  #done: number;
  #bytesLeft: number;
  #bytesAnalysed = 0;
  #secondsAnalysed = 0;
  #current: CurrentClip | null = null;

  /** @param bytesLeft of all clips that are not done */
  constructor(total: number, done: number, bytesLeft: number) {
    this.#total = total;
    this.#done = done;
    this.#bytesLeft = bytesLeft;
  }

  started({ name, size }: { readonly name: string; readonly size: number }): void {
    this.#current = { name, bytes: size, share: 0, seconds: 0 };
  }

  progressed(seconds: number, share: number): void {
    if (this.#current !== null) this.#current = { ...this.#current, seconds, share };
  }

  /** The current clip is done. Only what was analysed now says how fast the run goes. */
  ended(): void {
    const { bytes, seconds } = this.#current ?? { bytes: 0, seconds: 0 };
    this.#current = null;
    this.#done += 1;
    this.#bytesLeft -= bytes;
    if (seconds === 0) return;
    this.#bytesAnalysed += bytes;
    this.#secondsAnalysed += seconds;
  }

  /** @param elapsed milliseconds of this run */
  progress(elapsed: number): RunProgress {
    const { name, bytes, share, seconds } = this.#current ?? NO_CLIP;
    const bytesNow = share * bytes;
    const bytesDone = this.#bytesAnalysed + bytesNow;
    const secondsDone = this.#secondsAnalysed + seconds;
    const known = bytesDone > 0 && secondsDone > 0 && elapsed > 0;
    const left = this.#bytesLeft - bytesNow;
    return {
      done: this.#done,
      total: this.#total,
      current: this.#current && { name, share },
      speed: known ? (secondsDone * 1000) / elapsed : null,
      secondsLeft: known ? (left * elapsed) / bytesDone / 1000 : null,
    };
  }
}

const NO_CLIP: CurrentClip = { name: '', bytes: 0, share: 0, seconds: 0 };
