import { scaling } from '../../core/geometry/affine.ts';
import { standardise, type Scale } from '../../core/blemore/standardise.ts';
import type { Logits } from '../../core/blemore/emotions.ts';
import { headFor } from '../../core/pack/head.ts';
import type { HeadSpec, ModelPack } from '../../core/pack/schema.ts';
import { perEmotion } from '../../core/blemore/per-emotion.ts';
import type { RgbaImage } from '../../core/image/pixels.ts';
import { channelCount, tensorLength, tensorShape, writeTensor } from '../../core/image/tensor.ts';
import { warp } from '../../core/image/warp.ts';
import { Network } from './network.ts';
import type { PackFolder } from './pack-folder.ts';

/** What one image gave, and how long encoder and head took, in milliseconds. */
export interface ImageReading {
  readonly logits: Logits;
  readonly milliseconds: number;
}

interface Head {
  readonly network: Network;
  readonly scale: Scale | null;
}

/** A pack's encoder and one of its heads, for single images that are crops already. */
export class ImageReader {
  readonly #pack: ModelPack;
  readonly #encoder: Network;
  readonly #head: Head | null;

  private constructor(pack: ModelPack, encoder: Network, head: Head | null) {
    this.#pack = pack;
    this.#encoder = encoder;
    this.#head = head;
  }

  /**
   * @param headId null for the pack's first head
   * @throws Error with a sentence where the pack has no such head or needs more than one image
   */
  static async open(folder: PackFolder, headId: string | null): Promise<ImageReader> {
    const { pack } = folder;
    const spec = namedHead(pack, headId);
    requireSingleImages(pack, spec);
    const encoder = await Network.create(await folder.read(pack.encoder));
    if (spec === null) return new ImageReader(pack, encoder, null);
    const network = await Network.create(await folder.read(spec));
    return new ImageReader(pack, encoder, { network, scale: scaleOf(spec) });
  }

  /** The whole image is the crop: it is warped to the encoder's size as the page warps a face. */
  async read(image: RgbaImage): Promise<ImageReading> {
    const { input } = this.#pack.encoder;
    const toImage = scaling(image.width / input.size, image.height / input.size);
    const tensor = new Float32Array(tensorLength(input));
    writeTensor(warp(image, toImage, input.size, channelCount(input)), input, tensor, 0);
    const start = performance.now();
    const output = await this.#run(tensor);
    return {
      logits: perEmotion((place) => output[place]!),
      milliseconds: performance.now() - start,
    };
  }

  async close(): Promise<void> {
    await this.#encoder.release();
    await this.#head?.network.release();
  }

  async #run(tensor: Float32Array): Promise<Float32Array> {
    const features = await this.#encoder.run(tensor, tensorShape(this.#pack.encoder.input, 1));
    if (this.#head === null) return features;
    const { network, scale } = this.#head;
    const scaled = scale === null ? features : Float32Array.from(standardise(features, scale));
    return network.run(scaled, [1, features.length]);
  }
}

/** As `headFor`, but a head that is asked for by name must be there. */
function namedHead(pack: ModelPack, headId: string | null): HeadSpec | null {
  const head = headFor(pack, headId);
  if (headId === null || head?.id === headId) return head;
  const known = pack.heads.map(({ id }) => id).join(', ') || 'none';
  throw new Error(`The pack "${pack.id}" has no head "${headId}", only: ${known}.`);
}

function requireSingleImages(pack: ModelPack, head: HeadSpec | null): void {
  const { id, temporal } = pack;
  if (temporal.kind !== 'frame' || head?.standardise === 'window') {
    throw new Error(`The pack "${id}" reads more than one frame at a time.`);
  }
}

function scaleOf({ standardise: scale }: HeadSpec): Scale | null {
  return scale === undefined || scale === 'window' ? null : scale;
}
