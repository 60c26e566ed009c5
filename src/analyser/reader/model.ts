import type { Backend } from '../../core/session/backend.ts';
import { aggregate } from '../../core/blemore/aggregate.ts';
import { standardise } from '../../core/blemore/standardise.ts';
import { EMOTIONS, type Logits } from '../../core/blemore/emotions.ts';
import { FailureError } from '../../core/session/failure.ts';
import { classCount } from '../../core/pack/lengths.ts';
import type { HeadSpec, ModelPack, ScoresSpec } from '../../core/pack/schema.ts';
import { toLogits } from '../../core/reading/scores.ts';
import { perEmotion } from '../../core/blemore/per-emotion.ts';
import { tensorShape } from '../../core/image/tensor.ts';
import type { FaceCrops } from '../crop/cropper.ts';
import type { EncoderInput } from '../networks/encoder-input.ts';
import type { Networks } from '../networks/network.ts';
import type { FeatureWindows } from '../clip/feature-windows.ts';
import type { CropReader, CropsReading } from './reader.ts';

interface Outputs {
  /** batch × dimension numbers. */
  readonly features: Float32Array;
  /** batch × 6 numbers. */
  readonly logits: Float32Array;
  readonly encode: number;
  readonly head: number;
}

export interface ModelSpec {
  readonly pack: ModelPack;
  /** Null where it is fused into the encoder. */
  readonly head: HeadSpec | null;
  /** Null where each frame is read by itself. */
  readonly windows: FeatureWindows | null;
}

type Vector = Float32Array | Float64Array;

/** What the head is to see for the features of a frame, which are row `row` of the batch. */
type Combine = (features: Float32Array, row: number) => Vector;

/** A pack's encoder and one of its heads on one backend. */
export class Model implements CropReader {
  readonly pack: ModelPack;
  /** Null where it is fused into the encoder. */
  readonly head: HeadSpec | null;
  readonly #networks: Networks;
  /** Null where each frame is read by itself. */
  readonly #windows: FeatureWindows | null;

  constructor({ pack, head, windows }: ModelSpec, networks: Networks) {
    this.pack = pack;
    this.head = head;
    this.#windows = windows;
    this.#networks = networks;
  }

  get backend(): Backend {
    return this.#networks.backend;
  }

  /** Throws a FailureError model-not-finite where the networks give no numbers. */
  async read({ picture, toFrame }: FaceCrops, atMs: number, show: boolean): Promise<CropsReading> {
    const ids = [...toFrame.keys()];
    const overTime: Combine = (features, row) =>
      this.#windows?.add(ids[row]!, features, atMs) ?? features;
    const started = performance.now();
    const cropped = this.#networks.cropper.crop(picture, [...toFrame.values()]);
    const crop = performance.now() - started;
    const [{ logits, encode, head }, images] = await Promise.all([
      this.#run(cropped.input, ids.length, overTime),
      show ? cropped.images() : [],
    ]);
    if (!logits.every(Number.isFinite)) {
      throw new FailureError({ kind: 'model-not-finite', pack: this.pack.name });
    }
    return {
      outputs: ids.map((_, row) => ({ kind: 'read', logits: rowOf(logits, row), at: atMs })),
      images,
      timings: { crop, encode, head },
    };
  }

  /** Encoder and head on a tensor of `batch` inputs, each as if it were the only frame there is. */
  run(tensor: Float32Array, batch: number): Promise<Outputs> {
    const { temporal } = this.pack;
    return this.#run(tensor, batch, (features) =>
      temporal.kind === 'aggregate' ? aggregate([features], temporal.statistics) : features,
    );
  }

  async #run(input: EncoderInput, batch: number, combine: Combine): Promise<Outputs> {
    const { encoder } = this.pack;
    const started = performance.now();
    const features = await this.#networks.encoder.run(input, tensorShape(encoder.input, batch));
    this.#requireLength('encoder.dimension', features, batch * encoder.dimension);
    const encoded = performance.now();
    const scores = await this.#classify(features, batch, combine);
    const classes = classCount(this.pack);
    this.#requireLength('heads', scores, batch * classes);
    const logits = allLogits(scores, classes, this.pack.scores);
    const done = performance.now();
    return { features, logits, encode: encoded - started, head: done - encoded };
  }

  /** What the head is given for a tensor of one input, as if that were the only frame there is. */
  async headInput(tensor: Float32Array): Promise<Float32Array> {
    const { encoder, temporal } = this.pack;
    const features = await this.#networks.encoder.run(tensor, tensorShape(encoder.input, 1));
    const vector =
      temporal.kind === 'aggregate' ? aggregate([features], temporal.statistics) : features;
    return Float32Array.from(this.#standardised(vector));
  }

  /** What the head says of `batch` such inputs; they are the scores where it is fused. */
  async scores(inputs: Float32Array, batch: number): Promise<Float32Array> {
    const { head } = this.#networks;
    return head === null ? inputs : head.run(inputs, [batch, inputs.length / batch]);
  }

  release(): Promise<void> {
    return this.#networks.release();
  }

  async #classify(features: Float32Array, batch: number, combine: Combine): Promise<Float32Array> {
    const { head } = this.#networks;
    if (head === null) return features;
    const { dimension } = this.pack.encoder;
    const vectors = Array.from({ length: batch }, (_, row) => {
      const own = features.slice(row * dimension, (row + 1) * dimension);
      return this.#standardised(combine(own, row));
    });
    const length = vectors[0]?.length ?? 0;
    const input = new Float32Array(batch * length);
    vectors.forEach((vector, row) => {
      input.set(vector, row * length);
    });
    return head.run(input, [batch, length]);
  }

  #standardised(vector: Vector): Vector {
    const scale = this.head?.standardise;
    return scale === undefined || scale === 'window' ? vector : standardise(vector, scale);
  }

  #requireLength(field: string, output: Float32Array, expected: number): void {
    if (output.length === expected) return;
    const reason = `says ${expected} numbers, but the network gives ${output.length}`;
    throw new FailureError({ kind: 'pack-invalid', pack: this.pack.name, field, reason });
  }
}

/** Six logits for each row of a batch of scores. */
function allLogits(
  scores: Float32Array,
  classes: number,
  spec: ScoresSpec | undefined,
): Float32Array {
  if (spec === undefined) return scores;
  const rows = Array.from({ length: scores.length / classes }, (_, row) =>
    toLogits(scores.subarray(row * classes, (row + 1) * classes), spec),
  );
  return Float32Array.from(rows.flat());
}

function rowOf(logits: Float32Array, row: number): Logits {
  return perEmotion((place) => logits[row * EMOTIONS.length + place] ?? NaN);
}
