import { inputLength } from '../../core/pack/lengths.ts';
import type { ClipSpec, ModelPack } from '../../core/pack/schema.ts';
import { channelCount, writeTensor } from '../../core/image/tensor.ts';
import type { FaceOutput } from '../../core/reading/analysis.ts';
import { ClipRing } from '../clip/clip-ring.ts';
import type { FaceCrops } from '../crop/cropper.ts';
import { inMainMemory } from './late-clips.ts';
import type { PacedModel, PacedReading } from './paced-reading.ts';
import type { CropsReading } from './reader.ts';

/** Evaluation reads one face a frame, whatever id it has. */
const ANYONE = 0;

/**
 * Reads a whole video as clips, each where it ends: a new one begins every stride frames, and those
 * that reach past the last frame are filled up as the pack says.
 */
export class WholeClips implements PacedReading {
  readonly #pack: ModelPack;
  readonly #clip: ClipSpec;
  readonly #cropLength: number;
  #ring: ClipRing;
  /** Number of the crop that the next clip begins with. */
  #start = 0;

  constructor(pack: ModelPack, clip: ClipSpec) {
    this.#pack = pack;
    this.#clip = clip;
    this.#cropLength = inputLength(pack) / clip.frames;
    this.#ring = new ClipRing(clip.frames, this.#cropLength);
  }

  async read(
    model: PacedModel,
    crops: FaceCrops,
    atMs: number,
    show: boolean,
  ): Promise<CropsReading> {
    const started = performance.now();
    const cropped = model.crop(crops);
    this.#ring.push(inMainMemory(cropped.input).subarray(0, this.#cropLength), atMs);
    const crop = performance.now() - started;
    const full = this.#ring.pushed - this.#start === this.#clip.frames;
    const read = full ? await this.#readNext(model) : null;
    return {
      outputs: [...crops.toFrame.keys()].map(
        () => read?.output ?? { kind: 'pending', gathered: 1 },
      ),
      images: show ? await cropped.images() : [],
      timings: { crop, encode: read?.encode ?? 0, head: read?.head ?? 0 },
    };
  }

  async finish(model: PacedModel): Promise<readonly FaceOutput[]> {
    const outputs: FaceOutput[] = [];
    if (this.#clip.tail === 'drop') return outputs;
    while (this.#start < this.#ring.pushed) outputs.push((await this.#readNext(model)).output);
    return outputs;
  }

  clear(): void {
    this.#ring = new ClipRing(this.#clip.frames, this.#cropLength);
    this.#start = 0;
  }

  async #readNext(model: PacedModel) {
    const clip = this.#ring.clip(this.#start, this.#filler());
    this.#start += this.#clip.stride;
    const { outputs, encode, head } = await model.readInputs(clip, [ANYONE], this.#ring.newest);
    return { output: outputs[0]!, encode, head };
  }

  #filler(): Float32Array {
    if (this.#clip.tail === 'repeat') return this.#ring.last();
    const { input } = this.#pack.encoder;
    const channels = channelCount(input);
    const black = {
      size: input.size,
      channels,
      data: new Float32Array(input.size ** 2 * channels),
    };
    const tensor = new Float32Array(this.#cropLength);
    writeTensor(black, input, tensor, 0);
    return tensor;
  }
}
