import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** A network without the numbers of its large tensors; those are looked for in another file. */
export interface OutsideWeights {
  readonly model: Uint8Array;
  /** What that file is called: its bytes are those of the network as it was. */
  readonly location: string;
}

const LOCATION = 'weights';
/** Smaller tensors stay where they are: shapes and the like are needed while a graph is built. */
const LEAST_BYTES = 2 ** 16;

/** Fields of ModelProto, GraphProto, TensorProto and StringStringEntryProto. */
const GRAPH = 7;
const INITIALIZER = 5;
const RAW_DATA = 9;
const EXTERNAL_DATA = 13;
const DATA_LOCATION = 14;
const EXTERNAL = 1;

/**
 * Rewrites an ONNX file so that whoever opens it takes each large tensor from where it is in the very
 * bytes, instead of copying all of them first and each tensor after that.
 */
export function outsideWeights(bytes: Uint8Array, leastBytes = LEAST_BYTES): OutsideWeights {
  const model = rewritten(bytes, GRAPH, (graph) =>
    rewritten(graph, INITIALIZER, (tensor) => withoutNumbers(tensor, bytes, leastBytes)),
  );
  return { model, location: LOCATION };
}

/** A message in which each field of this number is another; the others are copied as they are. */
function rewritten(
  message: Uint8Array,
  wanted: number,
  change: (value: Uint8Array) => Uint8Array,
): Uint8Array {
  const writer = new BinaryWriter();
  const reader = new BinaryReader(message);
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    if (field === wanted && wire === WireType.LengthDelimited) {
      writer.tag(field, wire).bytes(change(reader.bytes()));
    } else {
      writer.tag(field, wire).raw(reader.skip(wire, field));
    }
  }
  return writer.finish();
}

function withoutNumbers(tensor: Uint8Array, file: Uint8Array, leastBytes: number): Uint8Array {
  let numbers = null as Uint8Array | null;
  const writer = new BinaryWriter();
  const reader = new BinaryReader(tensor);
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    if (field === RAW_DATA) numbers = reader.bytes();
    else writer.tag(field, wire).raw(reader.skip(wire, field));
  }
  if (numbers === null || numbers.length < leastBytes) return tensor;
  const place = {
    location: LOCATION,
    offset: String(numbers.byteOffset - file.byteOffset),
    length: String(numbers.length),
  };
  for (const [key, value] of Object.entries(place)) {
    writer.tag(EXTERNAL_DATA, WireType.LengthDelimited).fork();
    writer.tag(1, WireType.LengthDelimited).string(key);
    writer.tag(2, WireType.LengthDelimited).string(value);
    writer.join();
  }
  return writer.tag(DATA_LOCATION, WireType.Varint).int32(EXTERNAL).finish();
}
