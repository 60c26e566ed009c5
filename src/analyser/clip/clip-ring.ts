/** The newest crops of one face, as many as an encoder takes at once. */
export class ClipRing {
  readonly #frames: number;
  readonly #length: number;
  readonly #slots: Float32Array;
  #pushed = 0;
  #newest = -Infinity;

  /** @param length numbers of one crop */
  constructor(frames: number, length: number) {
    this.#frames = frames;
    this.#length = length;
    this.#slots = new Float32Array(frames * length);
  }

  /** How many crops have come, the forgotten ones among them. */
  get pushed(): number {
    return this.#pushed;
  }

  /** When the newest one was, in milliseconds. */
  get newest(): number {
    return this.#newest;
  }

  push(crop: Float32Array, atMs: number): void {
    this.#slots.set(crop, (this.#pushed % this.#frames) * this.#length);
    this.#pushed += 1;
    this.#newest = atMs;
  }

  /**
   * The crops from number `start` on, in their order: as many as the encoder takes, where not all of
   * them have come filled up with `filler`. None of them may be forgotten.
   */
  clip(start: number, filler: Float32Array): Float32Array {
    const clip = new Float32Array(this.#slots.length);
    for (let frame = 0; frame < this.#frames; frame++) {
      const crop = start + frame < this.#pushed ? this.#crop(start + frame) : filler;
      clip.set(crop, frame * this.#length);
    }
    return clip;
  }

  /** The crop of that number, until as many as the encoder takes have come after it. */
  #crop(number: number): Float32Array {
    const slot = number % this.#frames;
    return this.#slots.subarray(slot * this.#length, (slot + 1) * this.#length);
  }

  /** The newest crop. */
  last(): Float32Array {
    return this.#crop(this.#pushed - 1).slice();
  }
}
