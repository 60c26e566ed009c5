import { ByteBuffer } from 'flatbuffers';

export const TFLITE_IDENTIFIER = 'TFL3';

/** Slots of the root table in TensorFlow Lite's schema.fbs. */
export const ROOT = {
  fields: 8,
  version: 0,
  operatorCodes: 1,
  subgraphs: 2,
  description: 3,
  buffers: 4,
  metadataBuffer: 5,
  metadata: 6,
  signatures: 7,
};

/** The root table of a TFLite model: where in the file its objects are. */
export class TfliteModel {
  readonly #bytes: ByteBuffer;
  readonly #root: number;

  /** @throws Error where `model` is no TFLite model. */
  constructor(model: Uint8Array) {
    this.#bytes = new ByteBuffer(model);
    if (model.length < 8 || !this.#bytes.__has_identifier(TFLITE_IDENTIFIER)) {
      throw new Error('This is no TFLite model.');
    }
    this.#root = this.#bytes.readInt32(0);
  }

  get version(): number {
    const at = this.#field(ROOT.version);
    return at === null ? 0 : this.#bytes.readInt32(at);
  }

  /** The object in a slot; null where the model has none. */
  object(slot: number): number | null {
    const at = this.#field(slot);
    return at === null ? null : this.#bytes.__indirect(at);
  }

  /** The objects of the vector in a slot. */
  objects(slot: number): number[] {
    const at = this.#field(slot);
    if (at === null) return [];
    const start = this.#bytes.__vector(at);
    const length = this.#bytes.__vector_len(at);
    return Array.from({ length }, (_, i) => this.#bytes.__indirect(start + 4 * i));
  }

  #field(slot: number): number | null {
    const offset = this.#bytes.__offset(this.#root, 4 + 2 * slot);
    return offset === 0 ? null : this.#root + offset;
  }
}
