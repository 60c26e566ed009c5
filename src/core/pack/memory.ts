import type { ModelPack } from './schema.ts';

/** WebAssembly's addresses have 32 bits. */
const WASM_BYTES = 2 ** 32;
/** Of these, what onnxruntime takes, and what its memory grows by at once. */
const RUNTIME_BYTES = 128 * 2 ** 20;
/**
 * How much a network computes with at most, in tensors of the largest size. Measured in browsers:
 * 2.4 to 2.8 for VideoMAEv2, 6.2 to 7.1 for Video Swin, whose masks are computed when it is opened.
 */
const LARGEST_AT_ONCE = 7;
/** What they take where a pack does not say how large they are. */
const UNKNOWN_TENSORS = 128 * 2 ** 20;
/** Weights that are stored smaller than they are computed with have at most half their size. */
const SMALLER = 1.5;
/** A browser that knows of more memory than that does not say so. */
const MOST_TOLD = 8 * 2 ** 30;

export interface MemoryProblem {
  readonly needed: number;
  readonly most: number;
}

/**
 * Bytes that the weights of a pack's encoder take in WebAssembly while it is opened: once, or where
 * they are stored smaller than they are computed with in both sizes.
 */
function weightsMemory({ encoder }: Pick<ModelPack, 'encoder'>): number {
  const stored = (encoder.data ?? []).reduce((sum, { bytes }) => sum + bytes, encoder.bytes);
  const loaded = encoder.memory ?? stored;
  return loaded > SMALLER * stored ? loaded + stored : Math.max(loaded, stored);
}

function workingMemory({ largestTensor }: ModelPack['encoder']): number {
  const tensors = largestTensor === undefined ? UNKNOWN_TENSORS : LARGEST_AT_ONCE * largestTensor;
  return RUNTIME_BYTES + tensors;
}

/**
 * Why a pack does not fit; null where it may. Weights pass through WebAssembly on the way to a GPU, too.
 * @param device its memory in bytes; null where the browser does not say
 */
export function memoryProblem(
  pack: Pick<ModelPack, 'encoder'>,
  device: number | null,
): MemoryProblem | null {
  const needed = weightsMemory(pack) + workingMemory(pack.encoder);
  const most = device === null || device >= MOST_TOLD ? WASM_BYTES : Math.min(WASM_BYTES, device);
  return needed > most ? { needed, most } : null;
}
