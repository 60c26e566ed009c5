import { strToU8, zipSync } from 'fflate';
import { mulberry32 } from '../../src/core/math/random.ts';

/** A head in the form of blemore-common's checkpoints, with random weights, as PyTorch saves it. */
export function checkpointFile(sides: readonly number[], seed = 1): Uint8Array<ArrayBuffer> {
  const next = mulberry32(seed);
  const files: Record<string, Uint8Array> = {};
  const tensors: string[] = [];
  const add = (name: string, shape: readonly number[]) => {
    const length = shape.reduce((product, side) => product * side, 1);
    const values = Float32Array.from({ length }, () => next() / 2 ** 32 - 0.5);
    const key = String(tensors.length);
    files[`head/data/${key}`] = new Uint8Array(values.buffer);
    tensors.push(text(name) + tensorOf(key, shape));
  };
  for (let layer = 1; layer < sides.length; layer++) {
    const [inputs, outputs] = [sides[layer - 1]!, sides[layer]!];
    add(`fc.${2 * (layer - 1)}.weight`, [outputs, inputs]);
    add(`fc.${2 * (layer - 1)}.bias`, [outputs]);
  }
  const entries = [
    text('model_state_dict') + `}(${tensors.join('')}u`,
    text('input_dim') + int(sides[0]!),
    text('output_dim') + int(sides.at(-1)!),
    text('model_type') + text(sides.length === 2 ? 'Linear' : 'MLP'),
  ];
  const pickle = `\x80\x02}(${entries.join('')}u.`;
  return zipSync(
    {
      'head/data.pkl': strToU8(pickle, true),
      'head/byteorder': strToU8('little'),
      ...files,
    },
    { level: 0 },
  );
}

/** A call of PyTorch's own that rebuilds a tensor of 32-bit floats. */
function tensorOf(key: string, shape: readonly number[]): string {
  const length = shape.reduce((product, side) => product * side, 1);
  const strides = shape.map((_, axis) =>
    shape.slice(axis + 1).reduce((product, side) => product * side, 1),
  );
  const storage = `(${text('storage')}ctorch\nFloatStorage\n${text(key)}${text('cpu')}${int(length)}tQ`;
  const none = 'ccollections\nOrderedDict\n)R';
  return `ctorch._utils\n_rebuild_tensor_v2\n(${storage}${int(0)}${tuple(shape)}${tuple(strides)}\x89${none}tR`;
}

function tuple(values: readonly number[]): string {
  return `(${values.map(int).join('')}t`;
}

function int(value: number): string {
  return `J${littleEndian(value)}`;
}

function text(value: string): string {
  return `X${littleEndian(value.length)}${value}`;
}

function littleEndian(value: number): string {
  return String.fromCharCode(...[0, 8, 16, 24].map((shift) => (value >> shift) & 0xff));
}
