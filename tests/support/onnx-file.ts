import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** Parts of an ONNX file, as far as the tests need them: wrong ones, too. */
export interface OnnxParts {
  readonly nodes?: readonly { op: string; domain?: string; name?: string }[];
  readonly tensors?: readonly OnnxTensor[];
  readonly inputs?: readonly OnnxValue[];
  readonly outputs?: readonly OnnxValue[];
  readonly opset?: number | null;
  /** Graphs within graphs. */
  readonly depth?: number;
}

export interface OnnxTensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly bytes: number;
  readonly location?: string;
  /** In a node's attribute, as constants are. */
  readonly constant?: boolean;
}

export interface OnnxValue {
  readonly name: string;
  readonly shape: readonly (number | string)[];
  readonly type?: number;
}

const IMAGE: OnnxValue = { name: 'image', shape: ['batch', 1, 48, 48] };
const LOGITS: OnnxValue = { name: 'logits', shape: ['batch', 6] };

/** An ONNX file of these parts. */
export function onnxFile(parts: OnnxParts = {}): Uint8Array<ArrayBuffer> {
  const { inputs = [IMAGE], outputs = [LOGITS], tensors = [], nodes = [{ op: 'Flatten' }] } = parts;
  const writer = new BinaryWriter();
  writer.tag(1, WireType.Varint).int64(8);
  nested(writer, 7, (graph) => {
    for (const node of nodes) {
      nested(graph, 1, (inner) => {
        text(inner, 3, node.name ?? '');
        text(inner, 4, node.op);
        text(inner, 7, node.domain ?? '');
      });
    }
    subgraph(graph, parts.depth ?? 0);
    for (const tensor of tensors) {
      if (tensor.constant !== true) writeTensor(graph, 5, tensor);
      else nested(graph, 1, (node) => nested(node, 5, (attr) => writeTensor(attr, 5, tensor)));
    }
    for (const value of inputs) writeValue(graph, 11, value);
    for (const value of outputs) writeValue(graph, 12, value);
  });
  const { opset = 17 } = parts;
  if (opset !== null) {
    nested(writer, 8, (inner) => void inner.tag(2, WireType.Varint).int64(opset));
  }
  return writer.finish();
}

function nested(writer: BinaryWriter, field: number, write: (inner: BinaryWriter) => void): void {
  writer.tag(field, WireType.LengthDelimited).fork();
  write(writer);
  writer.join();
}

function text(writer: BinaryWriter, field: number, value: string): void {
  if (value !== '') writer.tag(field, WireType.LengthDelimited).string(value);
}

function subgraph(graph: BinaryWriter, depth: number): void {
  if (depth === 0) return;
  nested(graph, 1, (node) => {
    text(node, 4, 'If');
    nested(node, 5, (attribute) => {
      nested(attribute, 6, (inner) => {
        subgraph(inner, depth - 1);
      });
    });
  });
}

function writeTensor(writer: BinaryWriter, field: number, tensor: OnnxTensor): void {
  nested(writer, field, (inner) => {
    for (const side of tensor.dims) inner.tag(1, WireType.Varint).int64(side);
    inner.tag(2, WireType.Varint).int32(1);
    text(inner, 8, tensor.name);
    const { location } = tensor;
    if (location === undefined) {
      inner.tag(9, WireType.LengthDelimited).bytes(new Uint8Array(tensor.bytes));
      return;
    }
    nested(inner, 13, (entry) => {
      text(entry, 1, 'location');
      text(entry, 2, location);
    });
    inner.tag(14, WireType.Varint).int32(1);
  });
}

function writeValue(writer: BinaryWriter, field: number, { name, shape, type }: OnnxValue): void {
  nested(writer, field, (value) => {
    text(value, 1, name);
    nested(value, 2, (types) => {
      nested(types, 1, (tensor) => {
        tensor.tag(1, WireType.Varint).int32(type ?? 1);
        nested(tensor, 2, (sides) => {
          for (const side of shape) nested(sides, 1, (dim) => writeSide(dim, side));
        });
      });
    });
  });
}

function writeSide(writer: BinaryWriter, side: number | string): void {
  if (typeof side === 'string') text(writer, 2, side);
  else writer.tag(1, WireType.Varint).int64(side);
}
