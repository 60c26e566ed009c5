import type { FaceCrops } from '../crop/cropper.ts';
import { nothingRead, type CropReader, type CropsReading } from './reader.ts';

/** A second opinion: where it cannot be had, the first reader goes on without it. */
export class SecondReader implements CropReader {
  readonly #model: CropReader;

  constructor(model: CropReader) {
    this.#model = model;
  }

  async read(crops: FaceCrops, atMs: number, show: boolean): Promise<CropsReading> {
    try {
      return await this.#model.read(crops, atMs, show);
    } catch {
      return nothingRead(crops, 'failed');
    }
  }
}
