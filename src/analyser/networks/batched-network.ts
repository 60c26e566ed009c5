import type { EncoderInput } from './encoder-input.ts';
import type { Network } from './network.ts';

/** The batches that are made ready beforehand, smallest first: one face, and as many as are read at once. */
export const READY_BATCHES = [1, 4] as const;

/** A network for batches of up to `batch`. */
export interface SizedNetwork extends Network {
  readonly batch: number;
}

/** Runs a batch on the smallest of several networks that takes it, and on the plain one where none does. */
export class BatchedNetwork implements Network {
  readonly #sized: readonly SizedNetwork[];
  readonly #plain: Network;

  /** @param sized smallest first */
  constructor(sized: readonly SizedNetwork[], plain: Network) {
    this.#sized = sized;
    this.#plain = plain;
  }

  run(input: EncoderInput, dims: readonly number[]): Promise<Float32Array> {
    const [batch = 0] = dims;
    const fitting = this.#sized.find((network) => batch <= network.batch) ?? this.#plain;
    return fitting.run(input, dims);
  }

  async release(): Promise<void> {
    const all = [...this.#sized, this.#plain];
    const released = await Promise.allSettled(all.map((network) => network.release()));
    for (const each of released) if (each.status === 'rejected') throw each.reason;
  }
}
