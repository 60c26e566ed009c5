import { readFile } from 'node:fs/promises';
import * as ort from 'onnxruntime-web';
import { beforeAll, describe, expect, test } from 'vitest';
import { parsePack } from '../../../src/core/pack/parse.ts';
import type { ModelPack } from '../../../src/core/pack/schema.ts';
import type { RgbaImage } from '../../../src/core/image/pixels.ts';
import { Model } from '../../../src/analyser/reader/model.ts';
import { goldenDifference, warmUp } from '../../../src/analyser/reader/self-test.ts';
import { ortNetworks, ortParts } from '../../../src/analyser/networks/open-networks.ts';
import { grayImage, noise } from '../../support/images.ts';
import { byId } from '../../support/crops.ts';
import { FakeNetworks } from '../../support/networks.ts';
import { logitsOf } from '../../support/outputs.ts';
import { facePack } from '../../support/packs.ts';

const FOLDER = new URL('../../fixtures/tiny-pack/', import.meta.url);

let pack: ModelPack;
let models: Map<string, Model>;

async function read(name: string): Promise<Uint8Array> {
  return readFile(new URL(name, FOLDER));
}

async function openModel(id: string): Promise<Model> {
  const head = pack.heads.find((one) => one.id === id)!;
  const files = {
    spec: pack.encoder,
    data: [],
    encoder: await read(pack.encoder.file),
    head: await read(head.file),
  };
  return new Model(
    { pack, head, windows: null, pace: null, keepsVectors: false },
    await ortNetworks(ortParts(ort), files, 'wasm')('wasm'),
  );
}

function crop(seed: number): RgbaImage {
  return noise(48, 48, seed);
}

beforeAll(async () => {
  ort.env.wasm.numThreads = 1;
  pack = parsePack(JSON.parse((await read('pack.json')).toString()), 'tiny-pack');
  models = new Map();
  for (const { id } of pack.heads) models.set(id, await openModel(id));
});

describe('a pack in onnxruntime', () => {
  test.each(['linear', 'scaled'])('is what its golden figures say: head %s', async (id) => {
    expect(await goldenDifference(models.get(id)!)).toBeLessThan(pack.golden.tolerance);
  });

  test('a head that is not standardised as it should be shows', async () => {
    const plain = { ...pack.heads.find(({ id }) => id === 'scaled')! };
    delete plain.standardise;
    const head = await read(plain.file);
    const { encoder: spec } = pack;
    const files = { spec, data: [], encoder: await read(spec.file), head };
    const wrong = new Model(
      { pack, head: plain, windows: null, pace: null, keepsVectors: false },
      await ortNetworks(ortParts(ort), files, 'wasm')('wasm'),
    );
    expect(await goldenDifference(wrong)).toBeGreaterThan(pack.golden.tolerance);
  });

  test.each(['linear', 'scaled'])('reads four as it reads each alone: head %s', async (id) => {
    const model = models.get(id)!;
    await warmUp(model, () => undefined);
    const crops = [1, 2, 3, 4].map(crop);
    const { outputs } = await model.read(byId(...crops), 0, false);
    const logits = outputs.map(logitsOf);
    for (const [i, one] of crops.entries()) {
      const alone = logitsOf((await model.read(byId(one), 0, false)).outputs[0]);
      alone.forEach((logit, place) => {
        expect(logits[i]![place]).toBeCloseTo(logit, 4);
      });
    }
    expect(logits[0]![0]).not.toBeCloseTo(logits[1]![0], 4);
  });

  test('overlapping calls take turns', async () => {
    const model = models.get('linear')!;
    const crops = [5, 6, 7].map(crop);
    const apart = [];
    for (const one of crops) apart.push((await model.read(byId(one), 0, false)).outputs);
    const together = await Promise.all(crops.map((one) => model.read(byId(one), 0, false)));
    expect(together.map(({ outputs }) => outputs)).toEqual(apart);
  });

  test('shows what the encoder saw, where asked', async () => {
    const gray = grayImage(48, 48, (x, y) => x + 4 * y);
    const { images } = await models.get('linear')!.read(byId(gray, gray), 0, true);
    expect(images).toHaveLength(2);
    expect(images[1]!.data[2 * 48 + 7]).toBeCloseTo(15, 3);
    expect((await models.get('linear')!.read(byId(gray), 0, false)).images).toEqual([]);
  });
});

test('classes of its own become six logits, in golden figures and readings', async () => {
  const scores = { kind: 'logits', classes: ['neu', 'hap', 'sad', null, 'fea', 'disg', 'ang'] };
  const mapped = parsePack({ ...facePack(), scores }, 'test');
  const networks = new FakeNetworks('wasm');
  networks.head.output = [0, 1, 2, 9, 4, 5, 6];
  const model = new Model(
    { pack: mapped, head: mapped.heads[0]!, windows: null, pace: null, keepsVectors: false },
    networks,
  );
  const { logits } = await model.run(new Float32Array(2 * 48 * 48), 2);
  expect([...logits]).toEqual([6, 5, 4, 1, 2, 0, 6, 5, 4, 1, 2, 0]);
});
