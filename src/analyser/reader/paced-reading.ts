import type { FaceOutput } from '../../core/reading/analysis.ts';
import type { Cropped, FaceCrops } from '../crop/cropper.ts';
import type { EncoderInput } from '../networks/encoder-input.ts';
import type { CropsReading } from './reader.ts';

/** What was read of a batch, and how long it took, in milliseconds. */
export interface BatchReading {
  /** One an input, in their order. */
  readonly outputs: readonly FaceOutput[];
  readonly encode: number;
  readonly head: number;
}

/** The parts of a model that whoever decides when it reads makes use of. */
export interface PacedModel {
  crop(crops: FaceCrops): Cropped;
  /**
   * Reads one input for each of the faces `ids`, all of the time `atMs`.
   * @throws FailureError model-not-finite
   */
  readInputs(input: EncoderInput, ids: readonly number[], atMs: number): Promise<BatchReading>;
}

/** Decides of which frames a model reads what, where that is not each frame by itself. */
export interface PacedReading {
  read(model: PacedModel, crops: FaceCrops, atMs: number, show: boolean): Promise<CropsReading>;
  /** What is left to be read once the last frame has come. */
  finish(model: PacedModel): Promise<readonly FaceOutput[]>;
  /** Forgets all frames: the source has changed. */
  clear(): void;
}
