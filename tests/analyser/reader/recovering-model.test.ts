import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, expect, test, vi } from 'vitest';
import type { FaceOutput } from '../../../src/core/reading/analysis.ts';
import type { Backend } from '../../../src/core/session/backend.ts';
import { RecoveringModel } from '../../../src/analyser/reader/recovering-model.ts';
import { Model } from '../../../src/analyser/reader/model.ts';
import { FakeNetworks, PACK } from '../../support/networks.ts';
import { grayImage } from '../../support/images.ts';
import { byId } from '../../support/crops.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const CROP = grayImage(48, 48, () => 0);
const head = PACK.heads[0]!;
const GPU = { kind: 'webgpu', adapter: 'test adapter' };
const WASM = { kind: 'wasm', adapter: null };

let opened: FakeNetworks[];
let prepare: (networks: FakeNetworks) => void;
const tell = vi.fn();

const parts = {
  pack: PACK,
  head,
  windows: null,
  pace: null,
  keepsVectors: false,
  open: (kind: Backend['kind']) => {
    const networks = new FakeNetworks(kind);
    opened.push(networks);
    prepare(networks);
    return Promise.resolve(networks);
  },
  step: () => undefined,
};

function lasting(networks: FakeNetworks): RecoveringModel {
  return new RecoveringModel(
    parts,
    tell,
    new Model({ pack: PACK, head, windows: null, pace: null, keepsVectors: false }, networks),
  );
}

/** What is said of the one crop. */
async function read(model: RecoveringModel): Promise<FaceOutput> {
  const { outputs } = await model.read(byId(CROP), 7, false);
  expect(outputs).toHaveLength(1);
  return outputs[0]!;
}

/** Reads until the model has been rebuilt. */
async function rebuilt(model: RecoveringModel): Promise<void> {
  await vi.waitUntil(async () => (await read(model)).kind === 'read');
}

beforeEach(() => {
  opened = [];
  prepare = () => undefined;
  tell.mockClear();
});

test('gives what the model gives', async () => {
  const model = lasting(new FakeNetworks('webgpu'));
  const { outputs } = await model.read(byId(CROP, CROP), 7, false);
  const output = { kind: 'read', logits: [1, 2, 3, 4, 5, 6], at: 7 };
  expect(outputs).toEqual([output, output]);
});

test('a lost GPU makes it unavailable until it is rebuilt', async () => {
  const gpu = new FakeNetworks('webgpu');
  const model = lasting(gpu);
  gpu.encoder.error = new Error('device lost');
  expect(await read(model)).toEqual({ kind: 'unavailable', reason: 'rebuilding' });
  await rebuilt(model);
  expect(gpu.released).toBe(1);
  expect(opened.map(({ backend }) => backend.kind)).toEqual(['webgpu']);
  expect(tell.mock.calls).toEqual([[{ kind: 'webgpu-lost', now: 'webgpu' }, GPU]]);
});

test('lost a second time it goes on in wasm', async () => {
  const gpu = new FakeNetworks('webgpu');
  const model = lasting(gpu);
  gpu.encoder.error = new Error('device lost');
  await read(model);
  await rebuilt(model);
  opened[0]!.encoder.error = new Error('device lost');
  expect(await read(model)).toEqual({ kind: 'unavailable', reason: 'rebuilding' });
  await rebuilt(model);
  expect(opened.map(({ backend }) => backend.kind)).toEqual(['webgpu', 'wasm']);
  expect(tell.mock.lastCall).toEqual([{ kind: 'webgpu-lost', now: 'wasm' }, WASM]);
});

test('whoever waits for it hears where it runs, or why it does not', async () => {
  const model = lasting(new FakeNetworks('webgpu'));
  expect(await model.available()).toEqual(GPU);
  const gpu = new FakeNetworks('webgpu');
  const losing = lasting(gpu);
  gpu.encoder.error = new Error('device lost');
  prepare = ({ head: network }) => {
    network.output = [9, 2, 3, 4, 5, 6];
  };
  await read(losing);
  await expect(losing.available()).rejects.toMatchObject({ failure: { kind: 'model-wrong' } });
});

test('waiting for it ends when it can read', async () => {
  const gpu = new FakeNetworks('webgpu');
  const model = lasting(gpu);
  gpu.encoder.error = new Error('device lost');
  await read(model);
  expect(await model.available()).toEqual(GPU);
  expect((await read(model)).kind).toBe('read');
});

test('a rebuilt GPU that computes wrong is left for wasm, with that notice', async () => {
  const gpu = new FakeNetworks('webgpu');
  const model = lasting(gpu);
  gpu.encoder.error = new Error('device lost');
  prepare = ({ backend, head: network }) => {
    if (backend.kind === 'webgpu') network.output = [9, 2, 3, 4, 5, 6];
  };
  await read(model);
  await rebuilt(model);
  expect(tell.mock.calls).toEqual([[{ kind: 'webgpu-wrong', difference: 8 }, WASM]]);
});

test('what cannot be rebuilt fails at the next frame, by its name', async () => {
  const gpu = new FakeNetworks('webgpu');
  const model = lasting(gpu);
  gpu.encoder.error = new Error('device lost');
  prepare = ({ head: network }) => {
    network.output = [9, 2, 3, 4, 5, 6];
  };
  await read(model);
  const failed = vi.waitUntil(() =>
    read(model).then(
      () => null,
      (error: unknown) => error,
    ),
  );
  expect(await failed).toMatchObject({ failure: { kind: 'model-wrong' } });
  expect(tell).not.toHaveBeenCalled();
});

test('numbers that are none are a failure, not a lost GPU', async () => {
  const gpu = new FakeNetworks('webgpu');
  gpu.head.output = [1, 2, 3, Infinity, 5, 6];
  await expect(lasting(gpu).read(byId(CROP), 0, false)).rejects.toMatchObject({
    failure: { kind: 'model-not-finite', pack: 'Test pack' },
  });
  expect(opened).toEqual([]);
});

test('an error in wasm is passed on: there is nothing to fall back to', async () => {
  const wasm = new FakeNetworks('wasm');
  wasm.encoder.error = new Error('memory');
  await expect(lasting(wasm).read(byId(CROP), 0, false)).rejects.toThrow('memory');
  expect(opened).toEqual([]);
});

/** Whether what the model was made of, and with it the bytes of its files, can be collected. */
async function forgetsItsFiles(kind: Backend['kind']): Promise<boolean> {
  const networks = new FakeNetworks(kind);
  const made = () => {
    const own = { ...parts };
    const spec = { pack: PACK, head, windows: null, pace: null, keepsVectors: false };
    return [new WeakRef(own), new RecoveringModel(own, tell, new Model(spec, networks))] as const;
  };
  const [ref, model] = made();
  // A reference that was just made is held until the task ends.
  await new Promise((resolve) => setTimeout(resolve));
  collectGarbage();
  const forgotten = ref.deref() === undefined;
  await read(model);
  return forgotten;
}

test('on wasm the bytes of its files are not held: nothing would be opened again', async () => {
  expect(await forgetsItsFiles('wasm')).toBe(true);
  expect(await forgetsItsFiles('webgpu')).toBe(false);
});
