import type { MemoryProblem } from './memory.ts';
import type { ModelPack } from './schema.ts';

/** Of a GPU, in bytes. */
export interface BufferLimits {
  readonly maxBufferSize: number;
  readonly maxStorageBufferBindingSize: number;
}

/**
 * Why a pack's encoder does not run on a GPU: each tensor is a buffer there, which is bound as a whole.
 * Null where it may, or the pack does not say how large its tensors become.
 */
export function bufferProblem(
  { largestTensor }: Pick<ModelPack['encoder'], 'largestTensor'>,
  { maxBufferSize, maxStorageBufferBindingSize }: BufferLimits,
): MemoryProblem | null {
  const most = Math.min(maxBufferSize, maxStorageBufferBindingSize);
  if (largestTensor === undefined || largestTensor <= most) return null;
  return { needed: largestTensor, most };
}
