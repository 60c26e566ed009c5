import type { Backend } from '../../core/backend.ts';
import { standardise } from '../../core/blemore/standardise.ts';
import { EMOTIONS, type Logits } from '../../core/emotions.ts';
import { FailureError } from '../../core/failure.ts';
import type { HeadSpec, ModelPack } from '../../core/pack/schema.ts';
import { perEmotion } from '../../core/per-emotion.ts';
import type { CropImage } from '../../core/pixels.ts';
import { tensorLength, tensorShape, writeTensor } from '../../core/tensor.ts';
import type { Networks } from '../networks/network.ts';

/** Logits of crops, in their order (none while they cannot be read), and the milliseconds they took. */
export interface ModelReading {
  readonly logits: readonly Logits[];
  readonly encode: number;
  readonly head: number;
}

/** What reads crops, all of them in one go. */
export interface CropReader {
  read(crops: readonly CropImage[]): Promise<ModelReading>;
}

interface Outputs {
  /** batch × dimension numbers. */
  readonly features: Float32Array;
  /** batch × 6 numbers. */
  readonly logits: Float32Array;
  readonly encode: number;
  readonly head: number;
}

/** A pack's encoder and one of its heads on one backend. */
export class Model implements CropReader {
  readonly pack: ModelPack;
  /** Null where it is fused into the encoder. */
  readonly head: HeadSpec | null;
  readonly #networks: Networks;

  constructor(pack: ModelPack, head: HeadSpec | null, networks: Networks) {
    this.pack = pack;
    this.head = head;
    this.#networks = networks;
  }

  get backend(): Backend {
    return this.#networks.backend;
  }

  /** Throws a FailureError model-not-finite where the networks give no numbers. */
  async read(crops: readonly CropImage[]): Promise<ModelReading> {
    const { logits, encode, head } = await this.run(this.#tensor(crops), crops.length);
    if (!logits.every(Number.isFinite)) {
      throw new FailureError({ kind: 'model-not-finite', pack: this.pack.name });
    }
    return { logits: crops.map((_, row) => rowOf(logits, row)), encode, head };
  }

  /** Encoder and head on a tensor of `batch` inputs. */
  async run(tensor: Float32Array, batch: number): Promise<Outputs> {
    const { encoder } = this.pack;
    const started = performance.now();
    const features = await this.#networks.encoder.run(tensor, tensorShape(encoder.input, batch));
    this.#requireLength('encoder.dimension', features, batch * encoder.dimension);
    const encoded = performance.now();
    const logits = await this.#classify(features, batch);
    this.#requireLength('heads', logits, batch * EMOTIONS.length);
    const done = performance.now();
    return { features, logits, encode: encoded - started, head: done - encoded };
  }

  release(): Promise<void> {
    return this.#networks.release();
  }

  #tensor(crops: readonly CropImage[]): Float32Array {
    const { input } = this.pack.encoder;
    const length = tensorLength(input);
    const tensor = new Float32Array(crops.length * length);
    crops.forEach((crop, i) => {
      writeTensor(crop, input, tensor, i * length);
    });
    return tensor;
  }

  async #classify(features: Float32Array, batch: number): Promise<Float32Array> {
    const { head } = this.#networks;
    if (head === null) return features;
    const { dimension } = this.pack.encoder;
    return head.run(this.#standardised(features, batch), [batch, dimension]);
  }

  #standardised(features: Float32Array, batch: number): Float32Array {
    const scale = this.head?.standardise;
    if (scale === undefined || scale === 'window') return features;
    const { dimension } = this.pack.encoder;
    const result = new Float32Array(features.length);
    for (let start = 0; start < batch * dimension; start += dimension) {
      result.set(standardise(features.subarray(start, start + dimension), scale), start);
    }
    return result;
  }

  #requireLength(field: string, output: Float32Array, expected: number): void {
    if (output.length === expected) return;
    const reason = `says ${expected} numbers, but the network gives ${output.length}`;
    throw new FailureError({ kind: 'pack-invalid', pack: this.pack.name, field, reason });
  }
}

function rowOf(logits: Float32Array, row: number): Logits {
  return perEmotion((place) => logits[row * EMOTIONS.length + place] ?? NaN);
}
