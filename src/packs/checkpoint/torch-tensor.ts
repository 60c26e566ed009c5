import { LIMITS } from '../import/limits.ts';
import {
  isList,
  PickleDict,
  PickleName,
  PickleObject,
  type PickleRules,
  type PickleValue,
} from './pickle.ts';

/** Numbers of a checkpoint, in row-major order. */
export interface TorchTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

interface Storage {
  readonly key: string;
  readonly kind: StorageKind;
  readonly length: number;
}

interface StorageKind {
  readonly bytes: number;
  read(view: DataView, at: number): number;
}

const STORAGES: Readonly<Record<string, StorageKind>> = {
  'torch.FloatStorage': { bytes: 4, read: (view, at) => view.getFloat32(at, true) },
  'torch.DoubleStorage': { bytes: 8, read: (view, at) => view.getFloat64(at, true) },
  'torch.LongStorage': { bytes: 8, read: (view, at) => Number(view.getBigInt64(at, true)) },
};

/** Thrown for a call that is no rebuilding of a tensor. */
export class ForbiddenCall extends Error {
  override readonly name = 'ForbiddenCall';
  readonly called: string;

  constructor(called: string) {
    super(`It calls ${called}.`);
    this.called = called;
  }
}

/**
 * What a checkpoint's pickle may do: rebuild tensors, in ordered dictionaries.
 * @param readStorage the bytes of the numbers that the checkpoint keeps under a key
 */
export function torchRules(readStorage: (key: string) => Uint8Array): PickleRules {
  return {
    call(name, args) {
      if (name === 'collections.OrderedDict') return new PickleDict();
      if (name === 'torch._utils._rebuild_tensor_v2') {
        return new PickleObject(rebuild(args, readStorage));
      }
      throw new ForbiddenCall(name);
    },
    persistent: (id) => new PickleObject(storageOf(id)),
  };
}

/** ('storage', FloatStorage, key, device, length) */
function storageOf(id: PickleValue): Storage {
  const [tag, type, key, , length] = isList(id) ? id : [];
  const name = type instanceof PickleName ? type.name : 'nothing';
  if (tag !== 'storage' || typeof key !== 'string' || !/^\d+$/.test(key)) {
    throw new Error('it refers to odd numbers');
  }
  const kind = STORAGES[name];
  if (kind === undefined) throw new Error(`its numbers are ${name}, which is not read`);
  return { key, kind, length: count(length) };
}

/** (storage, offset, size, stride, …) */
function rebuild(
  [storage, offset, size, stride]: readonly PickleValue[],
  readStorage: (key: string) => Uint8Array,
): TorchTensor {
  const stored = storage instanceof PickleObject ? (storage.value as Storage) : null;
  if (stored === null) throw new Error('a tensor has no numbers');
  const [shape, strides] = [counts(size), counts(stride)];
  const total = shape.reduce((product, side) => product * side, 1);
  if (total > LIMITS.tensorNumbers) throw new Error(`a tensor of ${shape.join('×')} is too large`);
  if (strides.some((step, axis) => shape[axis] !== 1 && step !== lengthAfter(shape, axis))) {
    throw new Error(`a tensor of ${shape.join('×')} is not in row-major order`);
  }
  return { shape, data: numbers(stored, count(offset), total, readStorage(stored.key)) };
}

function numbers(
  { kind, length, key }: Storage,
  offset: number,
  total: number,
  bytes: Uint8Array,
): Float32Array {
  if (bytes.length !== length * kind.bytes || offset + total > length) {
    const needed = Math.max(length, offset + total) * kind.bytes;
    throw new Error(`data/${key} should have ${needed} bytes and has ${bytes.length}`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: total }, (_, i) => kind.read(view, (offset + i) * kind.bytes));
}

function lengthAfter(shape: readonly number[], axis: number): number {
  return shape.slice(axis + 1).reduce((product, side) => product * side, 1);
}

function counts(value: PickleValue | undefined): number[] {
  if (!isList(value)) throw new Error('a tensor has no shape');
  return value.map(count);
}

function count(value: PickleValue | undefined): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error('a size is no whole number');
}
