import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';

/** Reads one field with `reader`, or leaves it alone and says false. */
type ReadField = (field: number, reader: BinaryReader, wire: WireType) => boolean;

/** Goes through the fields of a protobuf message; what nobody reads is skipped, never copied. */
export function eachField(message: Uint8Array, read: ReadField): void {
  const reader = new BinaryReader(message);
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    if (!read(field, reader, wire)) reader.skip(wire, field);
  }
}

/** The numbers of a repeated int64 field, packed or one by one. */
export function readInt64s(reader: BinaryReader, wire: WireType): number[] {
  if (wire !== WireType.LengthDelimited) return [Number(reader.int64())];
  const packed = new BinaryReader(reader.bytes());
  const numbers: number[] = [];
  while (packed.pos < packed.len) numbers.push(Number(packed.int64()));
  return numbers;
}
