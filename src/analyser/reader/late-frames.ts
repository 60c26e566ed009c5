import type { FaceCrops } from '../crop/cropper.ts';
import { LateOutputs } from './late-outputs.ts';
import type { PacedModel, PacedReading } from './paced-reading.ts';
import type { CropsReading } from './reader.ts';

/** Reads single frames beside the others: always the newest, as soon as the one before is read. */
export class LateFrames implements PacedReading {
  readonly #late = new LateOutputs();

  async read(
    model: PacedModel,
    crops: FaceCrops,
    atMs: number,
    show: boolean,
  ): Promise<CropsReading> {
    const ids = [...crops.toFrame.keys()];
    const started = performance.now();
    const cropped = show || !this.#late.busy ? model.crop(crops) : null;
    const crop = performance.now() - started;
    if (cropped !== null && !this.#late.busy) {
      this.#late.start(ids, model.readInputs(cropped.input, ids, atMs));
    }
    return {
      outputs: this.#late.of(ids, atMs).map((output) => output ?? { kind: 'pending', gathered: 1 }),
      images: show && cropped !== null ? await cropped.images() : [],
      timings: { crop, ...this.#late.took },
    };
  }

  finish(): Promise<readonly never[]> {
    return Promise.resolve([]);
  }

  clear(): void {
    this.#late.clear();
  }
}
