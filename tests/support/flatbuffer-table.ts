import { ByteBuffer } from 'flatbuffers';

/** A FlatBuffer table, read field by field without a schema. */
export class Table {
  readonly #bytes: ByteBuffer;
  readonly #at: number;

  private constructor(bytes: ByteBuffer, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  static root(file: Uint8Array): Table {
    const bytes = new ByteBuffer(file);
    return new Table(bytes, bytes.readInt32(0));
  }

  byte(slot: number): number {
    const at = this.#field(slot);
    return at === 0 ? 0 : this.#bytes.readUint8(at);
  }

  uint(slot: number): number {
    const at = this.#field(slot);
    return at === 0 ? 0 : this.#bytes.readUint32(at);
  }

  text(slot: number): string | null {
    const at = this.#field(slot);
    return at === 0 ? null : String(this.#bytes.__string(at));
  }

  table(slot: number): Table | null {
    const at = this.#field(slot);
    return at === 0 ? null : new Table(this.#bytes, this.#bytes.__indirect(at));
  }

  tables(slot: number): Table[] {
    return this.#words(slot, (at) => new Table(this.#bytes, this.#bytes.__indirect(at)));
  }

  ints(slot: number): number[] {
    return this.#words(slot, (at) => this.#bytes.readInt32(at));
  }

  floats(slot: number): number[] {
    return this.#words(slot, (at) => this.#bytes.readFloat32(at));
  }

  bytes(slot: number): Uint8Array {
    const at = this.#field(slot);
    if (at === 0) return new Uint8Array();
    const start = this.#bytes.__vector(at);
    return this.#bytes.bytes().slice(start, start + this.#bytes.__vector_len(at));
  }

  /** A vector of four-byte elements. */
  #words<T>(slot: number, read: (at: number) => T): T[] {
    const at = this.#field(slot);
    if (at === 0) return [];
    const start = this.#bytes.__vector(at);
    const length = this.#bytes.__vector_len(at);
    return Array.from({ length }, (_, i) => read(start + 4 * i));
  }

  #field(slot: number): number {
    const offset = this.#bytes.__offset(this.#at, 4 + 2 * slot);
    return offset === 0 ? 0 : this.#at + offset;
  }
}
