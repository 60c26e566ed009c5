import { eachField, readInt64s } from './wire.ts';
import { bitsPerNumber, typeName } from './tensor-type.ts';

/** A stored tensor, without its numbers. */
export interface StoredTensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly bytes: number;
  /** Where its numbers are, if not in the file itself. */
  readonly location: string | null;
  /** What does not fit; null where it does. */
  readonly fault: string | null;
}

const EXTERNAL = 1;

/** Reads a TensorProto and holds its shape to the numbers it has; none of them is copied. */
export function readTensor(message: Uint8Array): StoredTensor {
  const dims: number[] = [];
  let [name, type, rawBytes, location] = ['', 0, null as number | null, null as string | null];
  eachField(message, (field, reader, wire) => {
    if (field === 1) dims.push(...readInt64s(reader, wire));
    else if (field === 2) type = reader.int32();
    else if (field === 8) name = reader.string();
    else if (field === 9) rawBytes = reader.bytes().length;
    else if (field === 13) location = locationOf(reader.bytes()) ?? location ?? '';
    else if (field === 14) location = reader.int32() === EXTERNAL ? (location ?? '') : location;
    else return false;
    return true;
  });
  const fault = location === null ? faultOf(dims, type, rawBytes) : null;
  return { name, dims, bytes: rawBytes ?? message.length, location, fault };
}

/** The value of a key-value pair that says where external numbers are. */
function locationOf(message: Uint8Array): string | null {
  let [key, value] = ['', ''];
  eachField(message, (field, reader) => {
    if (field === 1) key = reader.string();
    else if (field === 2) value = reader.string();
    else return false;
    return true;
  });
  return key === 'location' ? value : null;
}

function faultOf(dims: readonly number[], type: number, rawBytes: number | null): string | null {
  if (dims.some((side) => !Number.isSafeInteger(side) || side < 0)) {
    return `its shape is ${dims.join('×')}`;
  }
  const bits = bitsPerNumber(type);
  if (bits === null || rawBytes === null) return null;
  const count = dims.reduce((product, side) => product * side, 1);
  const needed = Math.ceil((count * bits) / 8);
  if (needed === rawBytes) return null;
  return `${dims.join('×')} of ${typeName(type)} take ${needed} bytes, but it has ${rawBytes}`;
}
