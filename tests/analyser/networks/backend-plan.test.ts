import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Backend } from '../../../src/core/session/backend.ts';
import { planBackend } from '../../../src/analyser/networks/backend-plan.ts';

const ENCODER = { sha256: 'a'.repeat(64) };
const limits = { maxBufferSize: 2 ** 28, maxStorageBufferBindingSize: 2 ** 27 };

let info: { vendor: string; architecture: string; isFallbackAdapter: boolean };
let kept: Map<string, Backend['kind']>;

const memory = {
  get: (key: string) => Promise.resolve(kept.get(key)),
  set: (key: string, kind: Backend['kind']) => {
    kept.set(key, kind);
    return Promise.resolve();
  },
};

beforeEach(() => {
  kept = new Map();
  info = { vendor: 'apple', architecture: 'metal-3', isFallbackAdapter: false };
  const requestAdapter = () => Promise.resolve({ info, limits });
  vi.stubGlobal('navigator', { gpu: { requestAdapter } });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('auto on a GPU that was never measured is WebGPU, and to be measured', async () => {
  const plan = await planBackend('auto', ENCODER, memory);
  expect(plan.kind).toBe('webgpu');
  expect(plan.remember).not.toBeNull();
});

test.each(['wasm', 'webgpu'] as const)(
  'what was faster is taken from then on: %s',
  async (kind) => {
    await (await planBackend('auto', ENCODER, memory)).remember?.(kind);
    expect(await planBackend('auto', ENCODER, memory)).toEqual({
      kind,
      remember: null,
      tooSmall: null,
    });
  },
);

test('another GPU, or another encoder, is measured anew', async () => {
  await (await planBackend('auto', ENCODER, memory)).remember?.('wasm');
  expect((await planBackend('auto', { sha256: 'b'.repeat(64) }, memory)).remember).not.toBeNull();
  info = { ...info, architecture: 'metal-4' };
  expect((await planBackend('auto', ENCODER, memory)).remember).not.toBeNull();
});

test('a software adapter never runs: wasm, and nothing to measure', async () => {
  info = { ...info, isFallbackAdapter: true };
  expect(await planBackend('auto', ENCODER, memory)).toEqual({
    kind: 'wasm',
    remember: null,
    tooSmall: null,
  });
});

test.each(['wasm', 'webgpu'] as const)(
  '%s, where it was chosen, is not put in question',
  async (kind) => {
    await memory.set(`apple metal-3 ${ENCODER.sha256}`, kind === 'wasm' ? 'webgpu' : 'wasm');
    expect(await planBackend(kind, ENCODER, memory)).toEqual({
      kind,
      remember: null,
      tooSmall: null,
    });
  },
);

test.each(['auto', 'webgpu'] as const)(
  'a pack of larger tensors than the GPU binds is for wasm, with both figures: %s',
  async (choice) => {
    const fits = { ...ENCODER, largestTensor: 2 ** 27 };
    expect(await planBackend(choice, fits, memory)).toMatchObject({ kind: 'webgpu' });
    const large = { ...ENCODER, largestTensor: 2 ** 27 + 4 };
    expect(await planBackend(choice, large, memory)).toEqual({
      kind: 'wasm',
      remember: null,
      tooSmall: { needed: 2 ** 27 + 4, most: 2 ** 27 },
    });
  },
);

test('where there is no GPU, nothing is too large for it', async () => {
  const large = { ...ENCODER, largestTensor: 2 ** 40 };
  expect((await planBackend('wasm', large, memory)).tooSmall).toBeNull();
});
