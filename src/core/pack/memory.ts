import type { ModelPack } from './schema.ts';

/** WebAssembly's addresses have 32 bits. */
const WASM_BYTES = 2 ** 32;
/** Of these, what onnxruntime and a network's intermediate numbers take. */
const WORKING_BYTES = 256 * 2 ** 20;
/** A browser that knows of more memory than that does not say so. */
const MOST_TOLD = 8 * 2 ** 30;

export interface MemoryProblem {
  readonly needed: number;
  readonly most: number;
}

/**
 * Bytes that a pack's encoder takes in WebAssembly while it is opened: its weights once, and those
 * that are stored smaller than they are computed with in both sizes.
 */
function neededMemory({ encoder }: Pick<ModelPack, 'encoder'>): number {
  const stored = (encoder.data ?? []).reduce((sum, { bytes }) => sum + bytes, encoder.bytes);
  const loaded = encoder.memory ?? stored;
  return loaded > stored ? loaded + stored : stored;
}

/**
 * Why a pack does not fit; null where it may. Weights pass through WebAssembly on the way to a GPU, too.
 * @param device its memory in bytes; null where the browser does not say
 */
export function memoryProblem(
  pack: Pick<ModelPack, 'encoder'>,
  device: number | null,
): MemoryProblem | null {
  const needed = neededMemory(pack) + WORKING_BYTES;
  const most = device === null || device >= MOST_TOLD ? WASM_BYTES : Math.min(WASM_BYTES, device);
  return needed > most ? { needed, most } : null;
}
