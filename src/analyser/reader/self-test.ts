import { goldenInput } from '../../core/pack/golden.ts';
import { largestDifference } from '../../core/math/largest-difference.ts';
import { inputLength } from '../../core/pack/lengths.ts';
import { READY_BATCHES } from '../networks/batched-network.ts';
import type { Model } from './model.ts';

/**
 * On WebGPU the first run of a shape compiles its shaders. WebAssembly knows no shapes, and the
 * golden input warms it up.
 */
const WARM_UP_BATCHES = { webgpu: READY_BATCHES, wasm: [] } as const;

/** Runs the real shapes once, so that no visitor waits for it; `step` hears of each. */
export async function warmUp(model: Model, step: () => void): Promise<void> {
  const length = inputLength(model.pack);
  for (const batch of WARM_UP_BATCHES[model.backend.kind]) {
    await model.run(new Float32Array(batch * length), batch);
    step();
  }
}

/**
 * How far a model is from the figures its pack expects for a known input: the largest absolute
 * difference in features and logits, infinite where a number is missing or not finite.
 */
export async function goldenDifference(model: Model): Promise<number> {
  const { golden, id } = model.pack;
  const input = goldenInput(golden.seed, inputLength(model.pack));
  const { features, logits } = await model.run(input, 1);
  const expected = golden.logits[model.head?.id ?? id] ?? [];
  return Math.max(
    largestDifference(features, golden.features),
    largestDifference(logits, expected),
  );
}
