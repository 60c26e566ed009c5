import type { Backend } from '../../core/session/backend.ts';
import { FailureError } from '../../core/session/failure.ts';
import type { Notice } from '../../core/session/notice.ts';
import type { FaceOutput } from '../../core/reading/analysis.ts';
import type { FaceCrops } from '../crop/cropper.ts';
import type { Model } from './model.ts';
import { openModel, type ModelParts } from './open-model.ts';
import { nothingRead, type CropReader, type CropsReading } from './reader.ts';

/** A device that is lost once may be a driver's update; after that WebAssembly is the safer place. */
const WEBGPU_REBUILDS = 1;

export type TellNotice = (notice: Notice, backend: Backend) => void;

const REBUILDING: FaceOutput = { kind: 'unavailable', reason: 'rebuilding' };

type State =
  | { readonly kind: 'ready'; readonly model: Model }
  | { readonly kind: 'rebuilding'; readonly rebuilt: Promise<void> }
  | { readonly kind: 'broken'; readonly error: unknown };

/**
 * A model that outlives its GPU: when the device is lost it is rebuilt on another, and says that it
 * is unavailable until then, so that nobody waits.
 */
export class RecoveringModel implements CropReader {
  /** Null once it runs where it would not be rebuilt: they hold the bytes of its files. */
  #parts: ModelParts | null;
  readonly #tell: TellNotice;
  #state: State;
  #rebuilds = 0;

  constructor(parts: ModelParts, tell: TellNotice, model: Model) {
    this.#parts = model.backend.kind === 'wasm' ? null : parts;
    this.#tell = tell;
    this.#state = { kind: 'ready', model };
  }

  /** Throws where the model gives no numbers, or could not be rebuilt. */
  async read(crops: FaceCrops, atMs: number, show: boolean): Promise<CropsReading> {
    const state = this.#state;
    if (state.kind === 'rebuilding') return nothingRead(crops, 'rebuilding');
    if (state.kind === 'broken') throw state.error;
    const { model } = state;
    try {
      return await model.read(crops, atMs, show);
    } catch (error) {
      this.#lost(model, error);
      return nothingRead(crops, 'rebuilding');
    }
  }

  /**
   * As `Model.finish`. Where the model is lost it says so, as `read` does. Throws where it gives no
   * numbers, or could not be rebuilt.
   */
  async finish(): Promise<readonly FaceOutput[]> {
    const state = this.#state;
    if (state.kind === 'rebuilding') return [REBUILDING];
    if (state.kind === 'broken') throw state.error;
    try {
      return await state.model.finish();
    } catch (error) {
      this.#lost(state.model, error);
      return [REBUILDING];
    }
  }

  /** Waits while it is rebuilt, and says where it runs. Throws where it could not be rebuilt. */
  async available(): Promise<Backend> {
    if (this.#state.kind === 'rebuilding') await this.#state.rebuilt;
    const state = this.#state;
    if (state.kind === 'ready') return state.model.backend;
    if (state.kind === 'broken') throw state.error;
    // It was lost once more while others waited for it.
    return this.available();
  }

  /** The model as it is now, for more than reading. Throws where there is none. */
  get model(): Model {
    const state = this.#state;
    if (state.kind === 'ready') return state.model;
    throw state.kind === 'broken' ? state.error : new Error('The model is being rebuilt.');
  }

  /** Gives the networks back: nothing is read any more. */
  async release(): Promise<void> {
    if (this.#state.kind === 'rebuilding') await this.#state.rebuilt;
    const state = this.#state;
    this.#state = { kind: 'broken', error: new Error('The model was released.') };
    if (state.kind === 'ready') await state.model.release();
  }

  /** Begins to rebuild what failed as only a GPU fails; throws the error where it was none. */
  #lost(model: Model, error: unknown): void {
    const parts = this.#parts;
    if (parts === null || error instanceof FailureError) throw error;
    this.#state = { kind: 'rebuilding', rebuilt: this.#rebuild(model, parts) };
  }

  /** Never rejects. */
  async #rebuild(lost: Model, parts: ModelParts): Promise<void> {
    const kind = this.#rebuilds < WEBGPU_REBUILDS ? 'webgpu' : 'wasm';
    this.#rebuilds += 1;
    try {
      await lost.release().catch(() => undefined);
      const { model, notice } = await openModel(parts, kind);
      if (model.backend.kind === 'wasm') this.#parts = null;
      this.#state = { kind: 'ready', model };
      this.#tell(notice ?? { kind: 'webgpu-lost', now: model.backend.kind }, model.backend);
    } catch (error) {
      this.#state = { kind: 'broken', error };
    }
  }
}
