import { hexToUint8Array } from 'uint8array-extras';
import type { Ort } from './ort-runtime.ts';

/** An ONNX file of one operator, Identity, from a float32 `x` of one number to `y`. */
const IDENTITY = hexToUint8Array(
  '08083a370a100a017812017922084964656e746974791201675a0f0a0178120a0a08080112040a020801620f0a0179120a0a08080112040a0208014202100d',
);

/**
 * Has onnxruntime compile its WebAssembly and start its threads, which it does for the first
 * session: half a second in which a network may still be on its way. Never rejects: what is wrong
 * is found again by the first network.
 */
export async function startRuntime({ InferenceSession }: Pick<Ort, 'InferenceSession'>) {
  try {
    const session = await InferenceSession.create(IDENTITY, { executionProviders: ['wasm'] });
    await session.release();
  } catch {
    // Told by whoever runs something.
  }
}
