import { beforeEach, describe, expect, test } from 'vitest';
import type { Backend } from '../../../src/core/session/backend.ts';
import { openModel } from '../../../src/analyser/reader/open-model.ts';
import { FakeNetworks, PACK } from '../../support/networks.ts';

let webgpu: FakeNetworks;
let wasm: FakeNetworks;
let opened: Backend['kind'][];
let steps: number;

const head = PACK.heads[0]!;
const parts = {
  pack: PACK,
  head,
  windows: null,
  pace: null,
  keepsVectors: false,
  open: (kind: Backend['kind']) => {
    opened.push(kind);
    return Promise.resolve(kind === 'webgpu' ? webgpu : wasm);
  },
  step: () => void (steps += 1),
};

beforeEach(() => {
  webgpu = new FakeNetworks('webgpu');
  wasm = new FakeNetworks('wasm');
  opened = [];
  steps = 0;
});

describe('openModel on webgpu', () => {
  test('stays there where it computes right, without a notice', async () => {
    const { model, notice } = await openModel(parts, 'webgpu');
    expect(model.backend).toEqual({ kind: 'webgpu', adapter: 'test adapter' });
    expect(notice).toBeNull();
    expect(opened).toEqual(['webgpu']);
  });

  test('runs one face and four before the golden input', async () => {
    await openModel(parts, 'webgpu');
    expect(webgpu.encoder.shapes).toEqual([
      [1, 1, 48, 48],
      [4, 1, 48, 48],
      [1, 1, 48, 48],
    ]);
    const golden = webgpu.encoder.inputs[2] as Float32Array;
    expect(golden[0]).toBeGreaterThan(0);
  });

  test('tells of every step', async () => {
    await openModel(parts, 'webgpu');
    expect(steps).toBe(3);
  });

  test('a difference within the tolerance is let pass', async () => {
    webgpu.head.output = webgpu.head.output.map((logit) => logit + 0.0009);
    const { model } = await openModel(parts, 'webgpu');
    expect(model.backend.kind).toBe('webgpu');
  });

  test('wrong features: released, wasm instead, with a notice of the difference', async () => {
    webgpu.encoder.output = [0.1, 0.2, 0.3, 0.5];
    const { model, notice } = await openModel(parts, 'webgpu');
    expect(model.backend.kind).toBe('wasm');
    expect(notice).toMatchObject({ kind: 'webgpu-wrong' });
    expect(notice).toHaveProperty('difference', expect.closeTo(0.1, 5));
    expect(webgpu.released).toBe(1);
    expect(wasm.released).toBe(0);
  });

  test('wrong logits alone are caught too', async () => {
    webgpu.head.output = [1, 2, 3, 4, 5, 7];
    const { notice } = await openModel(parts, 'webgpu');
    expect(notice).toMatchObject({ kind: 'webgpu-wrong', difference: 1 });
  });

  test('NaN is an infinite difference', async () => {
    webgpu.encoder.output = [0.1, NaN, 0.3, 0.4];
    const { model, notice } = await openModel(parts, 'webgpu');
    expect(model.backend.kind).toBe('wasm');
    expect(notice).toEqual({ kind: 'webgpu-wrong', difference: Infinity });
  });

  test('a device that breaks at once: released, wasm instead, with a notice', async () => {
    webgpu.encoder.error = new Error('device lost');
    const { model, notice } = await openModel(parts, 'webgpu');
    expect(model.backend.kind).toBe('wasm');
    expect(notice).toEqual({ kind: 'webgpu-lost', now: 'wasm' });
    expect(webgpu.released).toBe(1);
  });

  test('a device that is not to be had: wasm instead, with a notice', async () => {
    const open = (kind: Backend['kind']) =>
      kind === 'webgpu' ? Promise.reject(new Error('no adapter')) : Promise.resolve(wasm);
    const { model, notice } = await openModel({ ...parts, open }, 'webgpu');
    expect(model.backend.kind).toBe('wasm');
    expect(notice).toEqual({ kind: 'webgpu-lost', now: 'wasm' });
  });

  test('wrong on both backends is the model’s fault', async () => {
    webgpu.head.output = [1, 2, 3, 4, 5, 7];
    wasm.head.output = [1, 2, 3, 4, 5, 8];
    await expect(openModel(parts, 'webgpu')).rejects.toMatchObject({
      failure: { kind: 'model-wrong', pack: 'Test pack', difference: 2 },
    });
    expect([webgpu.released, wasm.released]).toEqual([1, 1]);
  });
});

describe('openModel on wasm', () => {
  test('asks for nothing else', async () => {
    const { model, notice } = await openModel(parts, 'wasm');
    expect(model.backend).toEqual({ kind: 'wasm', adapter: null });
    expect(notice).toBeNull();
    expect(opened).toEqual(['wasm']);
  });

  test('a network that does not run is an invalid pack', async () => {
    wasm.encoder.error = new Error('invalid dimensions');
    await expect(openModel(parts, 'wasm')).rejects.toMatchObject({
      failure: { kind: 'pack-invalid', field: 'encoder.file', reason: 'invalid dimensions' },
    });
    expect(wasm.released).toBe(1);
  });

  test('a network of another length is named by its field', async () => {
    wasm.encoder.output = [0.1, 0.2, 0.3];
    await expect(openModel(parts, 'wasm')).rejects.toMatchObject({
      failure: { kind: 'pack-invalid', field: 'encoder.dimension' },
    });
  });
});
