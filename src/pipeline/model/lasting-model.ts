import type { Backend } from '../../core/backend.ts';
import { FailureError } from '../../core/failure.ts';
import type { Notice } from '../../core/notice.ts';
import type { CropImage } from '../../core/pixels.ts';
import type { CropReader, Model, ModelReading } from './model.ts';
import { openModel, type ModelParts } from './open-model.ts';

/** A device that is lost once may be a driver's update; after that WebAssembly is the safer place. */
const WEBGPU_REBUILDS = 1;

export type TellNotice = (notice: Notice, backend: Backend) => void;

/** A model that outlives its GPU: when a device is lost, the crops are read again on another. */
export class LastingModel implements CropReader {
  readonly #parts: ModelParts;
  readonly #tell: TellNotice;
  #model: Model;
  #rebuilds = 0;

  private constructor(parts: ModelParts, tell: TellNotice, model: Model) {
    this.#parts = parts;
    this.#tell = tell;
    this.#model = model;
  }

  /** Throws as `openModel` does. */
  static async open(
    parts: ModelParts,
    kind: Backend['kind'],
    tell: TellNotice,
  ): Promise<LastingModel> {
    const { model, notice } = await openModel(parts, kind);
    if (notice !== null) tell(notice, model.backend);
    return new LastingModel(parts, tell, model);
  }

  get backend(): Backend {
    return this.#model.backend;
  }

  async read(crops: readonly CropImage[]): Promise<ModelReading> {
    try {
      return await this.#model.read(crops);
    } catch (error) {
      if (this.backend.kind === 'wasm' || error instanceof FailureError) throw error;
      await this.#rebuild();
      return this.#model.read(crops);
    }
  }

  async #rebuild(): Promise<void> {
    await this.#model.release().catch(() => undefined);
    const kind = this.#rebuilds < WEBGPU_REBUILDS ? 'webgpu' : 'wasm';
    this.#rebuilds += 1;
    const { model, notice } = await openModel(this.#parts, kind);
    this.#model = model;
    this.#tell(notice ?? { kind: 'webgpu-lost', now: model.backend.kind }, model.backend);
  }
}
