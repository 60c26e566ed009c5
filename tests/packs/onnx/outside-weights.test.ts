import { readFileSync } from 'node:fs';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { expect, test } from 'vitest';
import { goldenInput } from '../../../src/core/pack/golden.ts';
import { DEFAULT_PACK_ID } from '../../../src/core/pack/default-pack-id.ts';
import { outsideWeights } from '../../../src/packs/onnx/outside-weights.ts';
import { onnxNetwork } from '../../support/onnx-network.ts';

const WASM: InferenceSession.SessionOptions = { executionProviders: ['wasm'] };

/** What a session gives for one random picture. */
async function answer(session: InferenceSession, shape: readonly number[]) {
  const length = shape.reduce((product, side) => product * side);
  const input = new Tensor('float32', goldenInput(7, length), shape);
  const outputs = await session.run({ [session.inputNames[0]!]: input });
  await session.release();
  return outputs[session.outputNames[0]!]!.data as Float32Array;
}

const encoder = () =>
  new Uint8Array(
    readFileSync(new URL(`../../../models/${DEFAULT_PACK_ID}/encoder.onnx`, import.meta.url)),
  );

test.each<[string, () => Uint8Array, readonly number[]]>([
  ['the shipped encoder', encoder, [1, 1, 48, 48]],
  [
    'a network of 260 pixels',
    () => onnxNetwork({ shape: ['n', 3, 260, 260], channels: 3, classes: 7, softmax: true }),
    [1, 3, 260, 260],
  ],
])('%s computes the same with its weights outside', async (_, file, shape) => {
  env.wasm.numThreads = 1;
  const whole = file();
  // Bytes that lie in a larger buffer, as those of an archive do.
  const bytes = new Uint8Array(whole.length + 3).subarray(3);
  bytes.set(whole);
  const { model, location } = outsideWeights(bytes, 64);
  expect(model.length).toBeLessThan(whole.length - 64);
  const externalData = [{ path: location, data: bytes }];
  const outside = await InferenceSession.create(model, { ...WASM, externalData });
  const given = await answer(outside, shape);
  expect(given).toEqual(await answer(await InferenceSession.create(whole, WASM), shape));
  expect(new Set(given).size).toBeGreaterThan(1);
});

test('small tensors stay inside', () => {
  const whole = encoder();
  const { model } = outsideWeights(whole, whole.length);
  expect(Buffer.compare(model, whole)).toBe(0);
});
