import type { FaceOutput, ReaderTimings, UnavailableReason } from '../../core/reading/analysis.ts';
import type { CropImage } from '../../core/image/pixels.ts';
import type { EncoderSpec } from '../../core/pack/schema.ts';
import type { FaceCrops } from '../crop/cropper.ts';

/** What was made of the crops of one frame. */
export interface CropsReading {
  /** One a crop, in their order. */
  readonly outputs: readonly FaceOutput[];
  /** What the encoder saw, in the crops' order; empty where nobody asked. */
  readonly images: readonly CropImage[];
  readonly timings: ReaderTimings;
}

/** Where a reader is unavailable, each crop has that for an output. */
export function nothingRead({ toFrame }: FaceCrops, reason: UnavailableReason): CropsReading {
  return {
    outputs: Array.from(toFrame, () => ({ kind: 'unavailable', reason })),
    images: [],
    timings: { crop: 0, encode: 0, head: 0 },
  };
}

/** What reads the crops of a frame, all of them in one go. */
export interface CropReader {
  /**
   * A reader that is slower than frames come answers at once, with its last outputs or `pending`:
   * the frame's credit is not held for it.
   *
   * @param atMs the frame's time, which never goes back
   * @param show whether the crops' images are wanted
   */
  read(crops: FaceCrops, atMs: number, show: boolean): Promise<CropsReading>;
}

/** One pack's way from the faces of a frame to logits. */
export interface Reader {
  /** Says which part of the frame is a face's crop. */
  readonly encoder: EncoderSpec;
  readonly model: CropReader;
}
