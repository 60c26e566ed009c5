import type { Backend } from '../../core/session/backend.ts';
import { aggregate } from '../../core/blemore/aggregate.ts';
import { standardise, standardiseAlone } from '../../core/blemore/standardise.ts';
import { EMOTIONS, type Logits } from '../../core/blemore/emotions.ts';
import { FailureError } from '../../core/session/failure.ts';
import { aggregationOf, classCount, inputShape } from '../../core/pack/lengths.ts';
import type { HeadSpec, ModelPack, ScoresSpec } from '../../core/pack/schema.ts';
import { toLogits } from '../../core/reading/scores.ts';
import { perEmotion } from '../../core/blemore/per-emotion.ts';
import type { FaceOutput } from '../../core/reading/analysis.ts';
import type { Cropped, FaceCrops } from '../crop/cropper.ts';
import type { EncoderInput } from '../networks/encoder-input.ts';
import type { Networks } from '../networks/network.ts';
import type { FeatureWindows } from '../clip/feature-windows.ts';
import type { BatchReading, PacedModel, PacedReading } from './paced-reading.ts';
import type { CropReader, CropsReading } from './reader.ts';

interface Outputs {
  /** batch × dimension numbers. */
  readonly features: Float32Array;
  /** What the head was given for each input, before it is standardised. */
  readonly vectors: readonly Vector[];
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
  /** Null where each frame is read while it waits. */
  readonly pace: PacedReading | null;
  /** Whether outputs come with what the head was given. */
  readonly keepsVectors: boolean;
}

type Vector = Float32Array | Float64Array;

/** What the head is to see for the features of a frame, which are row `row` of the batch. */
type Combine = (features: Float32Array, row: number) => Vector;

/** A pack's encoder and one of its heads on one backend. */
export class Model implements CropReader, PacedModel {
  readonly pack: ModelPack;
  /** Null where it is fused into the encoder. */
  readonly head: HeadSpec | null;
  readonly #networks: Networks;
  /** Null where each frame is read by itself. */
  readonly #windows: FeatureWindows | null;
  readonly #pace: PacedReading | null;
  readonly #keepsVectors: boolean;

  constructor({ pack, head, windows, pace, keepsVectors }: ModelSpec, networks: Networks) {
    this.pack = pack;
    this.head = head;
    this.#windows = windows;
    this.#pace = pace;
    this.#keepsVectors = keepsVectors;
    this.#networks = networks;
  }

  get backend(): Backend {
    return this.#networks.backend;
  }

  /** Throws a FailureError model-not-finite where the networks give no numbers. */
  async read(crops: FaceCrops, atMs: number, show: boolean): Promise<CropsReading> {
    if (this.#pace !== null) return this.#pace.read(this, crops, atMs, show);
    const started = performance.now();
    const cropped = this.crop(crops);
    const crop = performance.now() - started;
    const [{ outputs, encode, head }, images] = await Promise.all([
      this.readInputs(cropped.input, [...crops.toFrame.keys()], atMs),
      show ? cropped.images() : [],
    ]);
    return { outputs, images, timings: { crop, encode, head } };
  }

  /** What is left to be read once the last frame has come. */
  finish(): Promise<readonly FaceOutput[]> {
    return this.#pace?.finish(this) ?? Promise.resolve([]);
  }

  crop({ picture, toFrame }: FaceCrops): Cropped {
    return this.#networks.cropper.crop(picture, [...toFrame.values()]);
  }

  async readInputs(
    input: EncoderInput,
    ids: readonly number[],
    atMs: number,
  ): Promise<BatchReading> {
    const overTime: Combine = (features, row) =>
      this.#windows?.add(ids[row]!, features, atMs) ?? features;
    const { logits, vectors, encode, head } = await this.#run(input, ids.length, overTime);
    if (!logits.every(Number.isFinite)) {
      throw new FailureError({ kind: 'model-not-finite', pack: this.pack.name });
    }
    const outputs = ids.map((_, row): FaceOutput => {
      const read = { kind: 'read', logits: rowOf(logits, row), at: atMs } as const;
      return this.#keepsVectors ? { ...read, vector: Float32Array.from(vectors[row]!) } : read;
    });
    return { outputs, encode, head };
  }

  /** Encoder and head on a tensor of `batch` inputs, each as if it were the only frame there is. */
  run(tensor: Float32Array, batch: number): Promise<Omit<Outputs, 'vectors'>> {
    return this.#run(tensor, batch, (features) => this.#alone(features));
  }

  async #run(input: EncoderInput, batch: number, combine: Combine): Promise<Outputs> {
    const { encoder } = this.pack;
    const started = performance.now();
    const features = await this.#networks.encoder.run(input, inputShape(this.pack, batch));
    this.#requireLength('encoder.dimension', features, batch * encoder.dimension);
    const encoded = performance.now();
    const own = (row: number) =>
      features.slice(row * encoder.dimension, (row + 1) * encoder.dimension);
    const vectors = Array.from({ length: batch }, (_, row) => combine(own(row), row));
    const scores = await this.#classify(features, vectors);
    const classes = classCount(this.pack);
    this.#requireLength('heads', scores, batch * classes);
    const logits = allLogits(scores, classes, this.pack.scores);
    const done = performance.now();
    return { features, vectors, logits, encode: encoded - started, head: done - encoded };
  }

  /** What the head is given for a tensor of one input, as if that were the only frame there is. */
  async headInput(tensor: Float32Array): Promise<Float32Array> {
    const features = await this.#networks.encoder.run(tensor, inputShape(this.pack, 1));
    return Float32Array.from(this.#standardised(this.#alone(features)));
  }

  /** What the head says of `batch` such inputs; they are the scores where it is fused. */
  async scores(inputs: Float32Array, batch: number): Promise<Float32Array> {
    const { head } = this.#networks;
    return head === null ? inputs : head.run(inputs, [batch, inputs.length / batch]);
  }

  release(): Promise<void> {
    return this.#networks.release();
  }

  async #classify(features: Float32Array, vectors: readonly Vector[]): Promise<Float32Array> {
    const { head } = this.#networks;
    if (head === null) return features;
    const length = vectors[0]?.length ?? 0;
    const input = new Float32Array(vectors.length * length);
    vectors.forEach((vector, row) => {
      input.set(this.#standardised(vector), row * length);
    });
    return head.run(input, [vectors.length, length]);
  }

  /** What the head sees of features that are all there is of their window. */
  #alone(features: Float32Array): Vector {
    const aggregation = aggregationOf(this.pack);
    return aggregation === null ? features : aggregate([features], aggregation.statistics);
  }

  #standardised(vector: Vector): Vector {
    const scale = this.head?.standardise;
    if (scale === undefined) return vector;
    return scale === 'window' ? standardiseAlone(vector) : standardise(vector, scale);
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
