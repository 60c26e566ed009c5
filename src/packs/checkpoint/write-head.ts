import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { goldenInput } from '../../core/pack/golden.ts';
import { largestDifference } from '../../core/math/largest-difference.ts';
import { forward, type DenseLayer } from './dense.ts';

const FLOAT = 1;
const IR_VERSION = 8;
const OPSET = 17;

type Message = (writer: BinaryWriter) => void;

/** The layers as an ONNX file from features [batch, inputs] to logits [batch, outputs]. */
export function writeHead(layers: readonly DenseLayer[]): Uint8Array<ArrayBuffer> {
  const [first, last] = [layers[0]!, layers.at(-1)!];
  const writer = new BinaryWriter();
  writer.tag(1, WireType.Varint).int64(IR_VERSION);
  message(writer, 7, (graph) => {
    layers.forEach((_, depth) => {
      writeLayer(graph, depth, layers.length);
    });
    text(graph, 2, 'head');
    layers.forEach((layer, depth) => {
      writeTensor(graph, `weights${depth}`, [layer.outputs, layer.inputs], layer.weights);
      writeTensor(graph, `bias${depth}`, [layer.outputs], layer.bias);
    });
    writeValue(graph, 11, 'features', first.inputs);
    writeValue(graph, 12, 'logits', last.outputs);
  });
  message(writer, 8, (opset) => {
    text(opset, 1, '');
    opset.tag(2, WireType.Varint).int64(OPSET);
  });
  return writer.finish();
}

/** Runs a network for inputs of one vector each. */
export type RunVectors = (inputs: readonly Float32Array[]) => Promise<readonly Float32Array[]>;

/** The largest difference between a head's network and its layers, over 16 random inputs. */
export async function headDifference(
  layers: readonly DenseLayer[],
  run: RunVectors,
): Promise<number> {
  const inputs = Array.from({ length: 16 }, (_, seed) =>
    goldenInput(seed + 1, layers[0]!.inputs).map((value) => 2 * value - 1),
  );
  const outputs = await run(inputs);
  return Math.max(
    ...inputs.map((input, i) => largestDifference(outputs[i] ?? [], forward(layers, input))),
  );
}

/** Gemm, and a Relu before all layers but the first. */
function writeLayer(graph: BinaryWriter, depth: number, count: number): void {
  const input = depth === 0 ? 'features' : `hidden${depth}`;
  const output = depth === count - 1 ? 'logits' : `sums${depth + 1}`;
  if (depth > 0) {
    message(graph, 1, (node) => {
      text(node, 1, `sums${depth}`);
      text(node, 2, input);
      text(node, 4, 'Relu');
    });
  }
  message(graph, 1, (node) => {
    for (const name of [input, `weights${depth}`, `bias${depth}`]) text(node, 1, name);
    text(node, 2, output);
    text(node, 4, 'Gemm');
    message(node, 5, (attribute) => {
      text(attribute, 1, 'transB');
      attribute.tag(3, WireType.Varint).int64(1);
      const INT = 2;
      attribute.tag(20, WireType.Varint).int32(INT);
    });
  });
}

function writeTensor(
  graph: BinaryWriter,
  name: string,
  dims: readonly number[],
  values: Float32Array,
): void {
  message(graph, 5, (tensor) => {
    for (const side of dims) tensor.tag(1, WireType.Varint).int64(side);
    tensor.tag(2, WireType.Varint).int32(FLOAT);
    text(tensor, 8, name);
    tensor.tag(9, WireType.LengthDelimited).bytes(littleEndian(values));
  });
}

/** The description of an input or output of shape [batch, length]. */
function writeValue(graph: BinaryWriter, field: number, name: string, length: number): void {
  message(graph, field, (value) => {
    text(value, 1, name);
    message(value, 2, (type) => {
      message(type, 1, (tensor) => {
        tensor.tag(1, WireType.Varint).int32(FLOAT);
        message(tensor, 2, (shape) => {
          message(shape, 1, (side) => {
            text(side, 2, 'batch');
          });
          message(shape, 1, (side) => void side.tag(1, WireType.Varint).int64(length));
        });
      });
    });
  });
}

function message(writer: BinaryWriter, field: number, write: Message): void {
  writer.tag(field, WireType.LengthDelimited).fork();
  write(writer);
  writer.join();
}

function text(writer: BinaryWriter, field: number, value: string): void {
  writer.tag(field, WireType.LengthDelimited).string(value);
}

function littleEndian(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(values.length * Float32Array.BYTES_PER_ELEMENT);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => {
    view.setFloat32(i * Float32Array.BYTES_PER_ELEMENT, value, true);
  });
  return bytes;
}
