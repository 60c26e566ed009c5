import { EMOTIONS } from '../../core/blemore/emotions.ts';
import { ImportError } from '../import/import-problem.ts';
import { LIMITS } from '../import/limits.ts';
import { openArchive, requireSize, type Archive } from '../import/read-archive.ts';
import type { DenseLayer } from './dense.ts';
import { asText, PickleDict, PickleObject, readPickle, type PickleValue } from './pickle.ts';
import { ForbiddenCall, torchRules, type TorchTensor } from './torch-tensor.ts';

/** A head of blemore-common: Linear, or Linear, ReLU, Linear. */
export interface CheckpointHead {
  /** As the checkpoint calls it. */
  readonly modelType: string;
  readonly layers: readonly DenseLayer[];
}

/** Where a head's layers are in its state dictionary; between two of them is a ReLU. */
const LAYERS = ['fc.0', 'fc.2'];

/**
 * The head in a PyTorch checkpoint (.pth) of blemore-common.
 * @throws ImportError too-large, archive-broken, checkpoint-broken, checkpoint-calls
 */
export function readCheckpoint(bytes: Uint8Array<ArrayBuffer>, file: string): CheckpointHead {
  requireSize(file, bytes.length, LIMITS.checkpointBytes);
  const archive = openArchive(bytes, file);
  for (const [path, size] of archive.entries) requireSize(path, size, LIMITS.checkpointBytes);
  try {
    return headOf(readDictionary(archive));
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    if (cause instanceof ForbiddenCall) {
      throw new ImportError({ kind: 'checkpoint-calls', file, called: cause.called }, { cause });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ImportError({ kind: 'checkpoint-broken', file, reason }, { cause });
  }
}

function readDictionary(archive: Archive): PickleDict {
  const pickle = [...archive.entries.keys()].find((path) => /^[^/]+\/data\.pkl$/.test(path));
  if (pickle === undefined) throw new Error('there is no data.pkl in it');
  const folder = pickle.slice(0, -'data.pkl'.length);
  const order = `${folder}byteorder`;
  if (archive.entries.has(order) && text(archive.read(order)) !== 'little') {
    throw new Error('its numbers are big-endian');
  }
  const rules = torchRules((key) => {
    const path = `${folder}data/${key}`;
    if (!archive.entries.has(path)) throw new Error(`there is no data/${key} in it`);
    return archive.read(path);
  });
  const value = readPickle(archive.read(pickle), rules);
  if (value instanceof PickleDict) return value;
  throw new Error('it holds no dictionary');
}

function headOf({ entries }: PickleDict): CheckpointHead {
  const state = entries.get('model_state_dict');
  if (!(state instanceof PickleDict)) throw new Error('it has no model_state_dict');
  const layers = LAYERS.filter((name) => state.entries.has(`${name}.weight`)).map((name) =>
    layerOf(state, name),
  );
  const known = new Set(LAYERS.flatMap((name) => [`${name}.weight`, `${name}.bias`]));
  for (const name of state.entries.keys()) {
    if (!known.has(asText(name))) throw new Error(`its layer ${asText(name)} is not known`);
  }
  requireDimensions(layers, entries.get('input_dim'), entries.get('output_dim'));
  return { modelType: asText(entries.get('model_type') ?? 'head'), layers };
}

function layerOf(state: PickleDict, name: string): DenseLayer {
  const [weight, bias] = [tensor(state, `${name}.weight`), tensor(state, `${name}.bias`)];
  const [outputs = 0, inputs = 0] = weight.shape;
  if (weight.shape.length !== 2 || bias.shape.length !== 1 || bias.shape[0] !== outputs) {
    const [one, other] = [weight.shape.join('×'), bias.shape.join('×')];
    throw new Error(`${name} has weights of ${one} and a bias of ${other}`);
  }
  return { inputs, outputs, weights: weight.data, bias: bias.data };
}

function tensor(state: PickleDict, name: string): TorchTensor {
  const value = state.entries.get(name);
  if (value instanceof PickleObject) {
    const found = value.value as TorchTensor;
    if (!found.data.every(Number.isFinite)) throw new Error(`${name} holds what is no number`);
    return found;
  }
  throw new Error(`${name} is missing`);
}

function requireDimensions(
  layers: readonly DenseLayer[],
  inputDim: PickleValue | undefined,
  outputDim: PickleValue | undefined,
): void {
  const [first, last] = [layers[0], layers.at(-1)];
  if (first === undefined || last === undefined) throw new Error('fc.0.weight is missing');
  const said = [inputDim ?? first.inputs, outputDim ?? last.outputs];
  if (said[0] !== first.inputs) {
    throw new Error(`input_dim is ${asText(said[0])}, but fc.0 takes ${first.inputs}`);
  }
  if (said[1] !== last.outputs || last.outputs !== EMOTIONS.length) {
    throw new Error(`it gives ${last.outputs} numbers, not ${EMOTIONS.length}`);
  }
  if (layers.length === 2 && first.outputs !== last.inputs) {
    throw new Error(`fc.0 gives ${first.outputs} numbers, but fc.2 takes ${last.inputs}`);
  }
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
