import { bufferProblem } from '../../core/pack/gpu-buffers.ts';
import type { MemoryProblem } from '../../core/pack/memory.ts';
import type { EncoderSpec } from '../../core/pack/schema.ts';
import type { Backend, BackendChoice } from '../../core/session/backend.ts';
import type { BackendMemory } from './backend-memory.ts';
import { adapterName, findAdapter } from './gpu-device.ts';

/** Where a pack's networks are to run. */
export interface BackendPlan {
  readonly kind: Backend['kind'];
  /** Keeps which backend is the faster one; null where that is known or does not matter. */
  readonly remember: ((faster: Backend['kind']) => Promise<void>) | null;
  /** Why the GPU there is cannot be used; null where it can, or there is none. */
  readonly tooSmall: MemoryProblem | null;
}

/**
 * What a choice means on this machine. `auto` takes what was the faster one for this encoder on this
 * adapter; where that was never measured, WebGPU and a wish to know. An encoder that is too large for
 * the adapter runs on wasm.
 */
export async function planBackend(
  choice: BackendChoice,
  encoder: Pick<EncoderSpec, 'sha256' | 'largestTensor'>,
  memory: BackendMemory,
): Promise<BackendPlan> {
  const adapter = await findAdapter(choice);
  if (adapter === null) return { kind: 'wasm', remember: null, tooSmall: null };
  const tooSmall = bufferProblem(encoder, adapter.limits);
  if (tooSmall !== null) return { kind: 'wasm', remember: null, tooSmall };
  if (choice !== 'auto') return { kind: 'webgpu', remember: null, tooSmall };
  const key = `${adapterName(adapter)} ${encoder.sha256}`;
  const known = await memory.get(key);
  if (known !== undefined) return { kind: known, remember: null, tooSmall };
  return { kind: 'webgpu', remember: (faster) => memory.set(key, faster), tooSmall };
}
