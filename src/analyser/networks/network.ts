import type { Backend } from '../../core/session/backend.ts';
import type { Cropper } from '../crop/cropper.ts';
import type { EncoderInput } from './encoder-input.ts';

/** One ONNX file, ready to run. */
export interface Network {
  /**
   * The first output for one input of shape `dims`. Calls may overlap: they take turns.
   * The input is not to be changed before the answer.
   */
  run(input: EncoderInput, dims: readonly number[]): Promise<Float32Array>;
  release(): Promise<void>;
}

/** A pack's networks on one backend. */
export interface Networks {
  readonly backend: Backend;
  /** Makes the encoder's inputs. */
  readonly cropper: Cropper;
  readonly encoder: Network;
  /** Null where the pack's head is fused into its encoder. */
  readonly head: Network | null;
  release(): Promise<void>;
}

/** Builds the networks of one pack. Throws where the backend is not to be had. */
export type OpenNetworks = (kind: Backend['kind']) => Promise<Networks>;
