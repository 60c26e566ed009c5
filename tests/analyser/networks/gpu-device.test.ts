import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  adapterName,
  findAdapter,
  requestDevice,
} from '../../../src/analyser/networks/gpu-device.ts';

const APPLE = { vendor: 'apple', architecture: 'metal-3', device: '', description: '' };
const SWIFTSHADER = { ...APPLE, vendor: 'google', architecture: 'swiftshader' };
const BASIC = { ...APPLE, architecture: '', description: 'Microsoft Basic Render Driver' };

function adapter(info: object, fallback = false): GPUAdapter {
  return { info: { ...info, isFallbackAdapter: fallback } } as GPUAdapter;
}

/** A browser that has this adapter, or says there is none. */
function browserWith(found: GPUAdapter | null): void {
  vi.stubGlobal('navigator', { gpu: { requestAdapter: () => Promise.resolve(found) } });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('findAdapter', () => {
  test.each(['auto', 'webgpu'] as const)('%s takes hardware', async (choice) => {
    const found = adapter(APPLE);
    browserWith(found);
    expect(await findAdapter(choice)).toBe(found);
  });

  test.each([
    ['a fallback adapter', adapter(APPLE, true)],
    ['SwiftShader', adapter(SWIFTSHADER)],
    ['the basic render driver', adapter(BASIC)],
  ])('auto leaves %s, webgpu takes it', async (_, software) => {
    browserWith(software);
    expect(await findAdapter('auto')).toBeNull();
    expect(await findAdapter('webgpu')).toBe(software);
  });

  test('wasm asks for none', async () => {
    browserWith(adapter(APPLE));
    expect(await findAdapter('wasm')).toBeNull();
  });

  test.each(['auto', 'webgpu'] as const)(
    '%s without WebGPU, or without an adapter',
    async (choice) => {
      browserWith(null);
      expect(await findAdapter(choice)).toBeNull();
      vi.stubGlobal('navigator', {});
      expect(await findAdapter(choice)).toBeNull();
      const broken = { requestAdapter: () => Promise.reject(new Error('blocked')) };
      vi.stubGlobal('navigator', { gpu: broken });
      expect(await findAdapter(choice)).toBeNull();
    },
  );
});

test.each([
  [APPLE, 'apple metal-3'],
  [{ ...APPLE, architecture: '' }, 'apple'],
  [{ ...APPLE, vendor: '', architecture: '', description: 'Some card' }, 'Some card'],
  [{ ...APPLE, vendor: '', architecture: '' }, 'unnamed'],
])('adapterName(%o) is %s', (info, name) => {
  expect(adapterName(adapter(info))).toBe(name);
});

test('requestDevice asks for all the adapter can give of what onnxruntime needs', async () => {
  const asked = vi.fn<(asked: GPUDeviceDescriptor) => Promise<object>>(() => Promise.resolve({}));
  const generous = {
    features: new Set(['shader-f16', 'depth-clip-control']),
    limits: { maxBufferSize: 4e9, maxStorageBuffersPerShaderStage: 16, maxVertexBuffers: 8 },
    requestDevice: asked,
  };
  await requestDevice(generous as unknown as GPUAdapter);
  const { requiredLimits, requiredFeatures } = asked.mock.lastCall![0];
  expect(requiredLimits).toMatchObject({ maxBufferSize: 4e9, maxStorageBuffersPerShaderStage: 16 });
  expect(requiredLimits).not.toHaveProperty('maxVertexBuffers');
  expect(requiredFeatures).toEqual(['shader-f16']);
});
