import type { FaceOutput } from '../../core/reading/analysis.ts';
import type { CropImage } from '../../core/image/pixels.ts';
import type { FaceCrops } from '../crop/cropper.ts';
import { HeldOutputs } from './held-outputs.ts';
import type { BatchReading, PacedModel, PacedReading } from './paced-reading.ts';
import type { CropsReading } from './reader.ts';

const NOTHING_READ: BatchReading = { outputs: [], encode: 0, head: 0 };

/**
 * Reads single frames while they wait, of them those crops that have changed; all of them where that
 * is asked for, and on a GPU: pixels there are not in main memory, and bringing them costs more.
 */
export class HeldFrames implements PacedReading {
  readonly #held = new HeldOutputs();

  async read(
    model: PacedModel,
    crops: FaceCrops,
    atMs: number,
    show: boolean,
  ): Promise<CropsReading> {
    const ids = [...crops.toFrame.keys()];
    const started = performance.now();
    const cropped = model.crop(crops);
    const { input } = cropped;
    const crop = performance.now() - started;
    if (crops.anew === true || !(input instanceof Float32Array)) {
      const [{ outputs, ...took }, shown] = await Promise.all([
        model.readInputs(input, ids, atMs),
        show ? cropped.images() : [],
      ]);
      return { outputs, images: shown, timings: { crop, ...took } };
    }
    const pixels = await cropped.images();
    const held = ids.map((id, row) => this.#held.of(id, pixels[row]!, atMs));
    const changed = ids.flatMap((_, row) => (held[row] === null ? [row] : []));
    const read = await readRows(model, input, ids, changed, atMs);
    this.#keep(ids, pixels, changed, read.outputs, atMs);
    const outputs = held.map((output, row) => output ?? read.outputs[changed.indexOf(row)]!);
    const { encode, head } = read;
    return { outputs, images: show ? pixels : [], timings: { crop, encode, head } };
  }

  finish(): Promise<readonly never[]> {
    return Promise.resolve([]);
  }

  clear(): void {
    this.#held.clear();
  }

  #keep(
    ids: readonly number[],
    pixels: readonly CropImage[],
    rows: readonly number[],
    outputs: readonly FaceOutput[],
    atMs: number,
  ): void {
    rows.forEach((row, i) => {
      this.#held.keep(ids[row]!, pixels[row]!, outputs[i]!, atMs);
    });
  }
}

/** Reads some rows of a batch, and no network for none. */
async function readRows(
  model: PacedModel,
  input: Float32Array,
  ids: readonly number[],
  rows: readonly number[],
  atMs: number,
): Promise<BatchReading> {
  if (rows.length === 0) return NOTHING_READ;
  if (rows.length === ids.length) return model.readInputs(input, ids, atMs);
  const length = input.length / ids.length;
  const some = new Float32Array(rows.length * length);
  rows.forEach((row, i) => {
    some.set(input.subarray(row * length, (row + 1) * length), i * length);
  });
  const read = rows.map((row) => ids[row]!);
  return model.readInputs(some, read, atMs);
}
