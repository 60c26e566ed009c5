import { readFile } from 'node:fs/promises';
import * as ort from 'onnxruntime-web';
import { beforeAll, describe, expect, test } from 'vitest';
import { parsePack } from '../../src/core/pack/parse.ts';
import type { ModelPack } from '../../src/core/pack/schema.ts';
import type { CropImage } from '../../src/core/pixels.ts';
import { mulberry32 } from '../../src/core/random.ts';
import { Model } from '../../src/pipeline/model/model.ts';
import { goldenDifference, warmUp } from '../../src/pipeline/model/self-test.ts';
import { ortNetworks } from '../../src/pipeline/networks/open-networks.ts';
import { byId } from './support/crops.ts';

const FOLDER = new URL('../fixtures/tiny-pack/', import.meta.url);

let pack: ModelPack;
let models: Map<string, Model>;

async function read(name: string): Promise<Uint8Array> {
  return readFile(new URL(name, FOLDER));
}

async function openModel(id: string): Promise<Model> {
  const head = pack.heads.find((one) => one.id === id)!;
  const files = { encoder: await read(pack.encoder.file), head: await read(head.file) };
  return new Model({ pack, head, windows: null }, await ortNetworks(ort, files, 'wasm')('wasm'));
}

/** Noise that is the same for the same seed. */
function crop(seed: number): CropImage {
  const next = mulberry32(seed);
  const data = Float32Array.from({ length: 48 * 48 }, () => next() % 256);
  return { size: 48, channels: 1, data };
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
    const files = { encoder: await read(pack.encoder.file), head };
    const wrong = new Model(
      { pack, head: plain, windows: null },
      await ortNetworks(ort, files, 'wasm')('wasm'),
    );
    expect(await goldenDifference(wrong)).toBeGreaterThan(pack.golden.tolerance);
  });

  test.each(['linear', 'scaled'])('reads four as it reads each alone: head %s', async (id) => {
    const model = models.get(id)!;
    await warmUp(model, () => undefined);
    const crops = [1, 2, 3, 4].map(crop);
    const { logits } = await model.read(byId(...crops), 0);
    for (const [i, one] of crops.entries()) {
      const alone = (await model.read(byId(one), 0)).logits[0]!;
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
    for (const one of crops) apart.push((await model.read(byId(one), 0)).logits);
    const together = await Promise.all(crops.map((one) => model.read(byId(one), 0)));
    expect(together.map(({ logits }) => logits)).toEqual(apart);
  });

  test('a crop of another size is refused', async () => {
    const small: CropImage = { size: 4, channels: 1, data: new Float32Array(16) };
    await expect(models.get('linear')!.read(byId(small), 0)).rejects.toThrow(RangeError);
  });
});
