import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { mulberry32 } from '../../src/core/math/random.ts';

const FLOAT = 1;
const INT8 = 3;

type Side = number | string;

interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly ints?: Readonly<Record<string, readonly number[]>>;
  readonly int?: Readonly<Record<string, number>>;
}

interface Constant {
  readonly name: string;
  readonly dims: readonly number[];
  readonly type: number;
  readonly bytes: Uint8Array;
}

export interface NetworkKind {
  /** Of the input, the batch first. */
  readonly shape: readonly [Side, Side, Side, Side];
  readonly classes: number;
  readonly channels: 1 | 3;
  /** Where the channels are last. */
  readonly layout?: 'NHWC';
  /** Weights in 8 bits, between QuantizeLinear and DequantizeLinear. */
  readonly quantised?: boolean;
  /** Ends in a softmax. */
  readonly softmax?: boolean;
}

/** A small network that runs: the mean of each quarter of each channel, and a linear layer. */
export function onnxNetwork(kind: NetworkKind): Uint8Array<ArrayBuffer> {
  const { shape, classes, channels, layout, quantised = false, softmax = false } = kind;
  const side = Number(layout === 'NHWC' ? shape[1] : shape[2]);
  const half = Math.floor(side / 2);
  const features = channels * 4;
  const nodes: Node[] = [];
  let at = 'image';
  const then = (op: string, extra: Partial<Node> & { more?: readonly string[] } = {}) => {
    const output = `x${nodes.length}`;
    const { more = [], ...rest } = extra;
    nodes.push({ op, inputs: [at, ...more], output, ...rest });
    at = output;
  };
  if (layout === 'NHWC') then('Transpose', { ints: { perm: [0, 3, 1, 2] } });
  then('AveragePool', { ints: { kernel_shape: [half, half], strides: [half, half] } });
  then('Flatten', { int: { axis: 1 } });
  const constants = quantised ? quantisedWeights(features, classes) : weights(features, classes);
  if (quantised) {
    then('QuantizeLinear', { more: ['scale', 'zero'] });
    then('DequantizeLinear', { more: ['scale', 'zero'] });
    nodes.push({
      op: 'DequantizeLinear',
      inputs: ['weights8', 'scale', 'zero'],
      output: 'weights',
    });
  }
  then('MatMul', { more: ['weights'] });
  then('Add', { more: ['bias'] });
  if (softmax) then('Softmax', { int: { axis: 1 } });
  return write({ nodes, constants, shape, output: at, classes });
}

/** Features to classes: a head by itself. */
export function onnxHead(features: number, classes: number): Uint8Array<ArrayBuffer> {
  const nodes = [
    { op: 'MatMul', inputs: ['image', 'weights'], output: 'sums' },
    { op: 'Add', inputs: ['sums', 'bias'], output: 'scores' },
  ];
  const constants = weights(features, classes);
  return write({ nodes, constants, shape: ['batch', features], output: 'scores', classes });
}

function weights(features: number, classes: number): Constant[] {
  const next = mulberry32(features);
  const values = (length: number) =>
    Float32Array.from({ length }, () => (next() / 2 ** 32 - 0.5) * 4);
  const constant = (name: string, dims: readonly number[]) => {
    const { buffer } = values(dims.reduce((product, side) => product * side, 1));
    return { name, dims, type: FLOAT, bytes: new Uint8Array(buffer) };
  };
  return [constant('weights', [features, classes]), constant('bias', [classes])];
}

function quantisedWeights(features: number, classes: number): Constant[] {
  const next = mulberry32(features);
  const [, bias] = weights(features, classes);
  const eight = Int8Array.from({ length: features * classes }, () => (next() % 255) - 127);
  return [
    {
      name: 'weights8',
      dims: [features, classes],
      type: INT8,
      bytes: new Uint8Array(eight.buffer),
    },
    { name: 'scale', dims: [], type: FLOAT, bytes: new Uint8Array(Float32Array.of(1 / 64).buffer) },
    { name: 'zero', dims: [], type: INT8, bytes: new Uint8Array(1) },
    bias!,
  ];
}

interface Parts {
  readonly nodes: readonly Node[];
  readonly constants: readonly Constant[];
  readonly shape: readonly Side[];
  readonly output: string;
  readonly classes: number;
}

function write({ nodes, constants, shape, output, classes }: Parts): Uint8Array<ArrayBuffer> {
  const writer = new BinaryWriter();
  writer.tag(1, WireType.Varint).int64(8);
  nested(writer, 7, (graph) => {
    for (const node of nodes) nested(graph, 1, (inner) => writeNode(inner, node));
    text(graph, 2, 'network');
    for (const constant of constants) nested(graph, 5, (inner) => writeConstant(inner, constant));
    writeValue(graph, 11, 'image', shape);
    writeValue(graph, 12, output, [shape[0]!, classes]);
  });
  nested(writer, 8, (opset) => {
    text(opset, 1, '');
    opset.tag(2, WireType.Varint).int64(17);
  });
  return writer.finish();
}

function writeNode(writer: BinaryWriter, { op, inputs, output, ints = {}, int = {} }: Node): void {
  const INT = 2;
  const INTS = 7;
  for (const input of inputs) text(writer, 1, input);
  text(writer, 2, output);
  text(writer, 4, op);
  for (const [name, value] of Object.entries(int)) {
    nested(writer, 5, (attribute) => {
      text(attribute, 1, name);
      attribute.tag(3, WireType.Varint).int64(value);
      attribute.tag(20, WireType.Varint).int32(INT);
    });
  }
  for (const [name, values] of Object.entries(ints)) {
    nested(writer, 5, (attribute) => {
      text(attribute, 1, name);
      for (const value of values) attribute.tag(8, WireType.Varint).int64(value);
      attribute.tag(20, WireType.Varint).int32(INTS);
    });
  }
}

function writeConstant(writer: BinaryWriter, { name, dims, type, bytes }: Constant): void {
  for (const side of dims) writer.tag(1, WireType.Varint).int64(side);
  writer.tag(2, WireType.Varint).int32(type);
  text(writer, 8, name);
  writer.tag(9, WireType.LengthDelimited).bytes(bytes);
}

function writeValue(
  writer: BinaryWriter,
  field: number,
  name: string,
  shape: readonly Side[],
): void {
  nested(writer, field, (value) => {
    text(value, 1, name);
    nested(value, 2, (type) => {
      nested(type, 1, (tensor) => {
        tensor.tag(1, WireType.Varint).int32(FLOAT);
        nested(tensor, 2, (sides) => {
          for (const side of shape) {
            nested(sides, 1, (dim) => {
              if (typeof side === 'string') text(dim, 2, side);
              else dim.tag(1, WireType.Varint).int64(side);
            });
          }
        });
      });
    });
  });
}

function nested(writer: BinaryWriter, field: number, inside: (inner: BinaryWriter) => void): void {
  writer.tag(field, WireType.LengthDelimited).fork();
  inside(writer);
  writer.join();
}

function text(writer: BinaryWriter, field: number, value: string): void {
  writer.tag(field, WireType.LengthDelimited).string(value);
}
