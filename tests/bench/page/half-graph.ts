/// <reference lib="es2025.float16" />
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { eachField } from '../../../src/packs/onnx/wire.ts';

/** Numbers of ONNX's element types. */
const FLOAT = 1;
const HALF = 10;

type Rewrite = (field: number, bytes: Uint8Array) => readonly Uint8Array[];

/** A message whose fields of bytes become what `rewrite` gives; numbers stay as they are. */
function rewritten(message: Uint8Array, rewrite: Rewrite): BinaryWriter {
  const writer = new BinaryWriter();
  eachField(message, (field, reader, wire) => {
    if (wire === WireType.LengthDelimited) {
      for (const bytes of rewrite(field, reader.bytes())) writeBytes(writer, field, bytes);
    } else if (wire === WireType.Varint) {
      writer.tag(field, wire).int64(reader.int64());
    } else if (wire === WireType.Bit32) {
      writer.tag(field, wire).fixed32(reader.fixed32());
    } else {
      throw new TypeError(
        `Field ${field} of an ONNX message is stored in a way that is not known.`,
      );
    }
    return true;
  });
  return writer;
}

function writeBytes(writer: BinaryWriter, field: number, bytes: Uint8Array): void {
  writer.tag(field, WireType.LengthDelimited).bytes(bytes);
}

function textOf(message: Uint8Array, wanted: number): string {
  let text = '';
  eachField(message, (field, reader) => {
    if (field !== wanted) return false;
    text = reader.string();
    return true;
  });
  return text;
}

/** A tensor of float32 numbers in half of the bytes; others as they are. */
function halved(tensor: Uint8Array): Uint8Array {
  let type = 0;
  let raw = new Uint8Array();
  eachField(tensor, (field, reader) => {
    if (field === 2) type = reader.int32();
    else if (field === 9) raw = Uint8Array.from(reader.bytes());
    else return false;
    return true;
  });
  if (type !== FLOAT) return tensor;
  const halves = new Uint8Array(Float16Array.from(new Float32Array(raw.buffer)).buffer);
  const writer = new BinaryWriter();
  eachField(tensor, (field, reader, wire) => {
    if (field === 2) writer.tag(2, wire).int32(reader.int32() === FLOAT ? HALF : 0);
    else if (field === 9) {
      reader.skip(wire, field);
      writeBytes(writer, 9, halves);
    } else if (wire === WireType.LengthDelimited) writeBytes(writer, field, reader.bytes());
    else writer.tag(field, wire).int64(reader.int64());
    return true;
  });
  return writer.finish();
}

/** A conversion of one tensor into another element type. */
function castNode(from: string, to: string, type: number): Uint8Array {
  const attribute = new BinaryWriter()
    .tag(1, WireType.LengthDelimited)
    .string('to')
    .tag(3, WireType.Varint)
    .int64(type)
    .tag(20, WireType.Varint)
    .int32(2)
    .finish();
  const node = new BinaryWriter()
    .tag(1, WireType.LengthDelimited)
    .string(from)
    .tag(2, WireType.LengthDelimited)
    .string(to)
    .tag(4, WireType.LengthDelimited)
    .string('Cast');
  writeBytes(node, 5, attribute);
  return node.finish();
}

/** What is converted to float32 when it is used is used as it is. */
function withoutWidening(node: Uint8Array): Uint8Array {
  if (textOf(node, 4) !== 'Cast') return node;
  const [from, to] = [textOf(node, 1), textOf(node, 2)];
  return castNode(from, to, HALF);
}

/**
 * An ONNX file that computes in 16 bits what the given one computes in 32: weights are halved, and
 * what goes in and comes out is converted. For a graph of one input and one output.
 */
export function halfGraph(model: Uint8Array): Uint8Array {
  return rewritten(model, (field, bytes) => [field === 7 ? halfOf(bytes) : bytes]).finish();
}

function halfOf(graph: Uint8Array): Uint8Array {
  const names = { 11: '', 12: '' };
  eachField(graph, (field, reader) => {
    if (field !== 11 && field !== 12) return false;
    names[field] = textOf(reader.bytes(), 1);
    return true;
  });
  const { 11: input, 12: output } = names;
  const within = (name: Uint8Array): Uint8Array => {
    const text = new TextDecoder().decode(name);
    const outside = text === input || text === output;
    return outside ? new TextEncoder().encode(`${text}.half`) : name;
  };
  const writer = rewritten(graph, (field, bytes) => {
    // The types of what lies between are found anew.
    if (field === 13) return [];
    if (field === 5) return [halved(bytes)];
    if (field !== 1) return [bytes];
    const node = withoutWidening(bytes);
    return [rewritten(node, (at, part) => [at === 1 || at === 2 ? within(part) : part]).finish()];
  });
  writeBytes(writer, 1, castNode(`${output}.half`, output, FLOAT));
  // Nodes are read in order: what comes in is converted before all others.
  const first = new BinaryWriter();
  writeBytes(first, 1, castNode(input, `${input}.half`, HALF));
  return Uint8Array.from([...first.finish(), ...writer.finish()]);
}
