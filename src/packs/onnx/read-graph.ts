import { ImportError } from '../import/import-problem.ts';
import { LIMITS } from '../import/limits.ts';
import { readTensor, type StoredTensor } from './read-tensor.ts';
import { typeName } from './tensor-type.ts';
import { eachField } from './wire.ts';

/** An input or output of a graph. */
export interface GraphTensor {
  readonly name: string;
  /** As in float32. */
  readonly type: string;
  /** A name for a side that is free, null for one that is not given. */
  readonly shape: readonly (number | string | null)[];
}

/** What an ONNX file says of itself. */
export interface OnnxGraph {
  readonly file: string;
  readonly opset: number;
  /** Without those that have a value in the file. */
  readonly inputs: readonly GraphTensor[];
  readonly outputs: readonly GraphTensor[];
  /** How often each operator is there, as in Conv or com.microsoft.QuickGelu. */
  readonly operators: ReadonlyMap<string, number>;
  /** Length of the file. */
  readonly bytes: number;
}

/** onnxruntime reads nothing older. */
const LEAST_OPSET = 7;
/** The domains that onnxruntime-web has operators of; the empty one is ONNX's own. */
const DOMAINS = new Set(['', 'ai.onnx', 'ai.onnx.ml', 'com.microsoft', 'com.ms.internal.nhwc']);

/**
 * Reads an ONNX file's description and holds it to bounds; no tensor is copied or computed.
 * @param beside the files that may hold its weights
 * @throws ImportError onnx-broken, opset-unknown, operator-unknown, external-data, tensor-wrong
 */
export function readGraph(
  bytes: Uint8Array,
  file: string,
  beside: readonly string[] = [],
): OnnxGraph {
  try {
    return new GraphReader(file, beside).read(bytes);
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ImportError({ kind: 'onnx-broken', file, reason }, { cause });
  }
}

class GraphReader {
  readonly #file: string;
  readonly #operators = new Map<string, number>();
  readonly #inputs: GraphTensor[] = [];
  readonly #outputs: GraphTensor[] = [];
  readonly #stored = new Set<string>();
  readonly #beside: ReadonlySet<string>;
  #nodes = 0;

  constructor(file: string, beside: readonly string[]) {
    this.#file = file;
    this.#beside = new Set(beside);
  }

  read(bytes: Uint8Array): OnnxGraph {
    let opset = 0;
    let graphs = 0;
    eachField(bytes, (field, reader) => {
      if (field === 7) {
        graphs += 1;
        this.#readGraph(reader.bytes(), 0);
      } else if (field === 8) opset = ownVersion(reader.bytes()) ?? opset;
      else return false;
      return true;
    });
    const file = this.#file;
    if (graphs !== 1) throw this.#broken(`it holds ${graphs} graphs`);
    if (opset < LEAST_OPSET) throw new ImportError({ kind: 'opset-unknown', file, opset });
    return {
      file,
      opset,
      inputs: this.#inputs.filter(({ name }) => !this.#stored.has(name)),
      outputs: this.#outputs,
      operators: this.#operators,
      bytes: bytes.length,
    };
  }

  #readGraph(message: Uint8Array, depth: number): void {
    if (depth > LIMITS.depth) throw this.#broken(`its graphs nest deeper than ${LIMITS.depth}`);
    eachField(message, (field, reader) => {
      if (field === 1) this.#readNode(reader.bytes(), depth);
      else if (field === 5) this.#keep(readTensor(reader.bytes()), depth);
      else if (field === 11 && depth === 0) this.#inputs.push(tensorOf(reader.bytes()));
      else if (field === 12 && depth === 0) this.#outputs.push(tensorOf(reader.bytes()));
      else return false;
      return true;
    });
  }

  #readNode(message: Uint8Array, depth: number): void {
    this.#nodes += 1;
    if (this.#nodes > LIMITS.nodes) throw this.#broken(`it has more than ${LIMITS.nodes} nodes`);
    let [name, operator, domain, output] = ['', '', '', ''];
    eachField(message, (field, reader) => {
      if (field === 2) output ||= reader.string();
      else if (field === 3) name = reader.string();
      else if (field === 4) operator = reader.string();
      else if (field === 5) this.#readAttribute(reader.bytes(), depth);
      else if (field === 7) domain = reader.string();
      else return false;
      return true;
    });
    const full = domain === '' ? operator : `${domain}.${operator}`;
    if (!DOMAINS.has(domain)) {
      const node = name || output;
      throw new ImportError({ kind: 'operator-unknown', file: this.#file, node, operator: full });
    }
    this.#operators.set(full, (this.#operators.get(full) ?? 0) + 1);
  }

  /** Constants and the graphs of conditions and loops are stored in attributes. */
  #readAttribute(message: Uint8Array, depth: number): void {
    eachField(message, (field, reader) => {
      if (field === 5 || field === 10) this.#check(readTensor(reader.bytes()));
      else if (field === 6 || field === 11) this.#readGraph(reader.bytes(), depth + 1);
      else return false;
      return true;
    });
  }

  #keep(tensor: StoredTensor, depth: number): void {
    this.#check(tensor);
    if (depth === 0) this.#stored.add(tensor.name);
  }

  #check({ name: tensor, location, fault }: StoredTensor): void {
    const file = this.#file;
    if (location !== null && !this.#beside.has(location)) {
      throw new ImportError({ kind: 'external-data', file, tensor, location });
    }
    if (fault !== null) {
      throw new ImportError({ kind: 'tensor-wrong', file, tensor, reason: fault });
    }
  }

  #broken(reason: string): ImportError {
    return new ImportError({ kind: 'onnx-broken', file: this.#file, reason });
  }
}

/** The version of ONNX's own operators; null for another domain's. */
function ownVersion(message: Uint8Array): number | null {
  let [domain, version] = ['', 0];
  eachField(message, (field, reader) => {
    if (field === 1) domain = reader.string();
    else if (field === 2) version = Number(reader.int64());
    else return false;
    return true;
  });
  return domain === '' || domain === 'ai.onnx' ? version : null;
}

function tensorOf(message: Uint8Array): GraphTensor {
  let [name, type] = ['', 0];
  let shape: (number | string | null)[] = [];
  const readTensorType = (bytes: Uint8Array) =>
    eachField(bytes, (field, reader) => {
      if (field === 1) type = reader.int32();
      else if (field === 2) shape = shapeOf(reader.bytes());
      else return false;
      return true;
    });
  const readType = (bytes: Uint8Array) =>
    eachField(bytes, (field, reader) => {
      if (field !== 1) return false;
      readTensorType(reader.bytes());
      return true;
    });
  eachField(message, (field, reader) => {
    if (field === 1) name = reader.string();
    else if (field === 2) readType(reader.bytes());
    else return false;
    return true;
  });
  return { name, type: typeName(type), shape };
}

function shapeOf(message: Uint8Array): (number | string | null)[] {
  const shape: (number | string | null)[] = [];
  eachField(message, (field, reader) => {
    if (field !== 1) return false;
    let side: number | string | null = null;
    eachField(reader.bytes(), (part, inner) => {
      if (part === 1) side = Number(inner.int64());
      else if (part === 2) side = inner.string();
      else return false;
      return true;
    });
    shape.push(side);
    return true;
  });
  return shape;
}
