import type { EncoderInput } from './encoder-input.ts';
import type { Network } from './network.ts';

/** A network whose file takes so many inputs at once and no other number. */
export class FixedBatchNetwork implements Network {
  readonly #network: Network;
  readonly #size: number;

  constructor(network: Network, size: number) {
    this.#network = network;
    this.#size = size;
  }

  /** The last part of a batch is filled up with zeros, and what comes of those is dropped. */
  async run(input: EncoderInput, [batch = 0, ...sides]: readonly number[]): Promise<Float32Array> {
    if (!(input instanceof Float32Array)) {
      throw new TypeError('A fixed batch is filled in main memory.');
    }
    const length = input.length / batch;
    const outputs: number[] = [];
    for (let start = 0; start < batch; start += this.#size) {
      const part = new Float32Array(this.#size * length);
      part.set(input.subarray(start * length, (start + this.#size) * length));
      const output = await this.#network.run(part, [this.#size, ...sides]);
      const rows = Math.min(this.#size, batch - start);
      outputs.push(...output.subarray(0, (output.length / this.#size) * rows));
    }
    return Float32Array.from(outputs);
  }

  release(): Promise<void> {
    return this.#network.release();
  }
}
