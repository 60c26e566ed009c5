import { channelCount, tensorLength } from '../../core/image/tensor.ts';
import type { InputSpec, ModelPack } from '../../core/pack/schema.ts';
import type { Purpose } from '../messages.ts';

/** Along each side of a crop so many blocks are compared: noise averages out, a moved brow does not. */
const BLOCKS = 12;
/**
 * A crop is unchanged while no block's mean has changed by more, of 255. Of the packs that ship no
 * probability is then off by more than .01 (tests/analyser/reader/unchanged-crops.test.ts).
 */
const MOST_CHANGE = 1.5;
/** However little has changed, a crop is encoded again after so many milliseconds. */
const LONGEST = 500;

/** Encodes `batch` crops. @returns batch × dimension numbers */
type Encode = (input: Float32Array, batch: number) => Promise<Float32Array>;

/** A crop that was encoded. */
interface Encoded {
  /** Means of its blocks, of 255. */
  readonly blocks: Float32Array;
  readonly features: Float32Array;
  readonly atMs: number;
}

/** Spares the encoder crops that look as they did when they were encoded last. */
export class UnchangedCrops {
  readonly #input: InputSpec;
  /** Those of the last frame. */
  #known: readonly Encoded[] = [];

  constructor(input: InputSpec) {
    this.#input = input;
  }

  /**
   * The features of a frame's crops; `encode` is asked for those that have changed.
   *
   * @param input one crop after the other, as the encoder takes them
   * @param atMs the frame's time, which never goes back while one source plays
   */
  async features(input: Float32Array, atMs: number, encode: Encode): Promise<Float32Array> {
    const length = tensorLength(this.#input);
    const crops = Array.from({ length: input.length / length }, (_, row) =>
      input.subarray(row * length, (row + 1) * length),
    );
    const blocks = crops.map((crop) => blockMeans(crop, this.#input));
    const known = blocks.map((own) => this.#known.find((one) => isUnchanged(one, own, atMs)));
    const changed = crops.filter((_, row) => known[row] === undefined);
    const fresh = changed.length === 0 ? null : await encode(joined(changed), changed.length);
    let next = 0;
    this.#known = known.map((one, row) => {
      if (one !== undefined || fresh === null) return one!;
      const dimension = fresh.length / changed.length;
      const features = fresh.slice(next * dimension, (next + 1) * dimension);
      next += 1;
      return { blocks: blocks[row]!, features, atMs };
    });
    return joined(this.#known.map(({ features }) => features));
  }
}

/** Null where every crop is to be encoded: in an evaluation, and for whole frames. */
export function unchangedCropsFor({ encoder }: ModelPack, purpose: Purpose): UnchangedCrops | null {
  const worthwhile = purpose === 'live' && encoder.crop.kind === 'face';
  return worthwhile ? new UnchangedCrops(encoder.input) : null;
}

function isUnchanged(one: Encoded, blocks: Float32Array, atMs: number): boolean {
  if (atMs < one.atMs || atMs - one.atMs >= LONGEST) return false;
  return blocks.every((mean, i) => Math.abs(mean - one.blocks[i]!) <= MOST_CHANGE);
}

/** One mean a block and channel, row by row. */
export function blockMeans(crop: Float32Array, spec: InputSpec): Float32Array {
  const { size, layout, scale, std } = spec;
  const channels = channelCount(spec);
  const [pixelStep, channelStep] = layout === 'NCHW' ? [1, size * size] : [channels, 1];
  const sums = new Float32Array(BLOCKS * BLOCKS * channels);
  const counts = new Float32Array(BLOCKS * BLOCKS);
  for (let y = 0, pixel = 0; y < size; y++) {
    const row = Math.floor((y * BLOCKS) / size) * BLOCKS;
    for (let x = 0; x < size; x++, pixel++) {
      const block = row + Math.floor((x * BLOCKS) / size);
      counts[block]! += 1;
      for (let channel = 0; channel < channels; channel++) {
        sums[block * channels + channel]! += crop[pixel * pixelStep + channel * channelStep]!;
      }
    }
  }
  return sums.map((sum, i) => {
    const channel = i % channels;
    return ((sum / counts[Math.floor(i / channels)]!) * std[channel]!) / scale;
  });
}

function joined(rows: readonly Float32Array[]): Float32Array {
  const [first] = rows;
  if (first === undefined) return new Float32Array();
  if (rows.length === 1) return first;
  const all = new Float32Array(rows.length * first.length);
  rows.forEach((row, i) => {
    all.set(row, i * first.length);
  });
  return all;
}
