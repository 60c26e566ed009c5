/** Reads bytes from front to back; little-endian. Throws an Error where they end too soon. */
export class ByteCursor {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  uint8(): number {
    return this.#view.getUint8(this.skip(1));
  }

  uint16(): number {
    return this.#view.getUint16(this.skip(2), true);
  }

  uint32(): number {
    return this.#view.getUint32(this.skip(4), true);
  }

  int32(): number {
    return this.#view.getInt32(this.skip(4), true);
  }

  /** Big-endian, as pickles keep it. */
  float64(): number {
    return this.#view.getFloat64(this.skip(8));
  }

  /** A signed whole number of `length` bytes; one that a double cannot hold is rounded. */
  integer(length: number): number {
    const start = this.skip(length);
    let value = 0n;
    for (let i = length - 1; i >= 0; i--) value = (value << 8n) | BigInt(this.#bytes[start + i]!);
    return Number(BigInt.asIntN(8 * length, value));
  }

  text(length: number): string {
    const start = this.skip(length);
    const bytes = this.#bytes.subarray(start, start + length);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  }

  /** Up to a line feed, which is left out. */
  line(): string {
    const end = this.#bytes.indexOf(10, this.#at);
    if (end < 0) throw new Error('a line does not end');
    const text = this.text(end - this.#at);
    this.skip(1);
    return text;
  }

  /** Where the bytes lie that are passed over. */
  skip(length: number): number {
    const start = this.#at;
    if (start + length > this.#bytes.length) throw new Error('it is cut short');
    this.#at = start + length;
    return start;
  }
}
