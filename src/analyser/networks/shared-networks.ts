import type { EncoderInput } from './encoder-input.ts';
import type { Network } from './network.ts';

type OpenNetwork = () => Promise<Network>;

/** What a network was asked last. */
interface Asked {
  readonly input: Float32Array;
  readonly output: Promise<Float32Array>;
}

/**
 * Networks that several readers use: each is opened once, and while more than one of them uses it, it
 * computes once what is asked twice in a row. Heads of one encoder so cost one run of it.
 */
export class SharedNetworks {
  readonly #open = new Map<string, SharedNetwork>();

  /**
   * @param key names the network with all that it depends on
   * @param open opens it where nobody uses it yet
   * @returns a network of one's own, to be released by whoever took it
   */
  async take(key: string, open: OpenNetwork): Promise<Network> {
    const known = this.#open.get(key);
    const shared = known ?? new SharedNetwork(await open(), () => this.#open.delete(key));
    this.#open.set(key, shared);
    return shared.handle();
  }
}

class SharedNetwork {
  readonly #network: Network;
  readonly #unused: () => void;
  #users = 0;
  #last: Asked | null = null;

  constructor(network: Network, unused: () => void) {
    this.#network = network;
    this.#unused = unused;
  }

  handle(): Network {
    this.#users += 1;
    return {
      run: (input, dims) => this.#run(input, dims),
      release: () => this.#leave(),
    };
  }

  #run(input: EncoderInput, dims: readonly number[]): Promise<Float32Array> {
    if (this.#users === 1 || !(input instanceof Float32Array)) {
      this.#last = null;
      return this.#network.run(input, dims);
    }
    if (this.#last !== null && sameNumbers(this.#last.input, input)) return this.#last.output;
    const output = this.#network.run(input, dims);
    // What failed is asked again.
    output.catch(() => {
      if (this.#last?.output === output) this.#last = null;
    });
    this.#last = { input, output };
    return output;
  }

  async #leave(): Promise<void> {
    this.#users -= 1;
    this.#last = null;
    if (this.#users > 0) return;
    this.#unused();
    await this.#network.release();
  }
}

/** Inputs of one network: of equal length, their shapes are equal, too. */
function sameNumbers(one: Float32Array, other: Float32Array): boolean {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}
