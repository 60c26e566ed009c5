import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Backend } from '../../../src/core/session/backend.ts';
import { planBackend } from '../../../src/analyser/networks/backend-plan.ts';

const SHA = 'a'.repeat(64);

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
  const requestAdapter = () => Promise.resolve({ info });
  vi.stubGlobal('navigator', { gpu: { requestAdapter } });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('auto on a GPU that was never measured is WebGPU, and to be measured', async () => {
  const plan = await planBackend('auto', SHA, memory);
  expect(plan.kind).toBe('webgpu');
  expect(plan.remember).not.toBeNull();
});

test.each(['wasm', 'webgpu'] as const)(
  'what was faster is taken from then on: %s',
  async (kind) => {
    await (await planBackend('auto', SHA, memory)).remember?.(kind);
    expect(await planBackend('auto', SHA, memory)).toEqual({ kind, remember: null });
  },
);

test('another GPU, or another encoder, is measured anew', async () => {
  await (await planBackend('auto', SHA, memory)).remember?.('wasm');
  expect((await planBackend('auto', 'b'.repeat(64), memory)).remember).not.toBeNull();
  info = { ...info, architecture: 'metal-4' };
  expect((await planBackend('auto', SHA, memory)).remember).not.toBeNull();
});

test('a software adapter never runs: wasm, and nothing to measure', async () => {
  info = { ...info, isFallbackAdapter: true };
  expect(await planBackend('auto', SHA, memory)).toEqual({ kind: 'wasm', remember: null });
});

test.each(['wasm', 'webgpu'] as const)(
  '%s, where it was chosen, is not put in question',
  async (kind) => {
    await memory.set(`apple metal-3 ${SHA}`, kind === 'wasm' ? 'webgpu' : 'wasm');
    expect(await planBackend(kind, SHA, memory)).toEqual({ kind, remember: null });
  },
);
