import type { Backend, BackendChoice } from '../../core/session/backend.ts';
import type { BackendMemory } from './backend-memory.ts';
import { adapterName, findAdapter } from './gpu-device.ts';

/** Where a pack's networks are to run. */
export interface BackendPlan {
  readonly kind: Backend['kind'];
  /** Keeps which backend is the faster one; null where that is known or does not matter. */
  readonly remember: ((faster: Backend['kind']) => Promise<void>) | null;
}

/**
 * What a choice means on this machine. `auto` takes what was the faster one for this encoder on this
 * adapter; where that was never measured, WebGPU and a wish to know.
 */
export async function planBackend(
  choice: BackendChoice,
  encoderSha256: string,
  memory: BackendMemory,
): Promise<BackendPlan> {
  const adapter = await findAdapter(choice);
  if (adapter === null) return { kind: 'wasm', remember: null };
  if (choice !== 'auto') return { kind: 'webgpu', remember: null };
  const key = `${adapterName(adapter)} ${encoderSha256}`;
  const known = await memory.get(key);
  if (known !== undefined) return { kind: known, remember: null };
  return { kind: 'webgpu', remember: (faster) => memory.set(key, faster) };
}
