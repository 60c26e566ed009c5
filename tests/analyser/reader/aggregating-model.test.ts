import { readFile } from 'node:fs/promises';
import * as ort from 'onnxruntime-web/wasm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { FaceOutput } from '../../../src/core/reading/analysis.ts';
import { aggregate } from '../../../src/core/blemore/aggregate.ts';
import { standardise } from '../../../src/core/blemore/standardise.ts';
import { parsePack } from '../../../src/core/pack/parse.ts';
import type { ModelPack } from '../../../src/core/pack/schema.ts';
import type { RgbaImage } from '../../../src/core/image/pixels.ts';
import type { FaceCrops } from '../../../src/analyser/crop/cropper.ts';
import type { Purpose } from '../../../src/analyser/messages.ts';
import { windowsFor } from '../../../src/analyser/clip/feature-windows.ts';
import { modelSpec } from '../../../src/analyser/reader/model-spec.ts';
import { Model } from '../../../src/analyser/reader/model.ts';
import { goldenDifference } from '../../../src/analyser/reader/self-test.ts';
import type { Networks } from '../../../src/analyser/networks/network.ts';
import { ortNetworks, ortParts } from '../../../src/analyser/networks/open-networks.ts';
import { grayImage } from '../../support/images.ts';
import { byId } from '../../support/crops.ts';
import { logitsOf } from '../../support/outputs.ts';

const FOLDER = new URL('../../fixtures/aggregate-pack/', import.meta.url);

let pack: ModelPack;
let networks: Networks;

async function read(name: string): Promise<Uint8Array> {
  return readFile(new URL(name, FOLDER));
}

function modelFor(purpose: Purpose): Model {
  return new Model(modelSpec(pack, pack.heads[0]!, purpose), networks);
}

/** A gray crop, its upper half of one brightness and its lower half of another. */
function crop(upper: number, lower: number): RgbaImage {
  return grayImage(48, 48, (_, y) => (y < 24 ? upper : lower));
}

const CROPS = [crop(10, 200), crop(60, 180), crop(90, 90), crop(200, 30), crop(120, 75)];

/** What the head says of crops as one window, step by step: features, statistics, scale, head. */
async function expected(crops: readonly RgbaImage[]): Promise<Float32Array> {
  const features = [];
  for (const one of crops) {
    const { picture, toFrame } = byId(one);
    const { input } = networks.cropper.crop(picture, [...toFrame.values()]);
    features.push(await networks.encoder.run(input, [1, 1, 48, 48]));
  }
  if (pack.temporal.kind !== 'aggregate') throw new Error('not the pack this is about');
  const { standardise: scale } = pack.heads[0]!;
  if (scale === undefined || scale === 'window') throw new Error('the head has no scale');
  const vector = standardise(aggregate(features, pack.temporal.statistics), scale);
  return networks.head!.run(Float32Array.from(vector), [1, vector.length]);
}

function withId(id: number, image: RgbaImage): FaceCrops {
  const { picture, toFrame } = byId(image);
  return { picture, toFrame: new Map([[id, toFrame.get(1)!]]) };
}

function expectClose(output: FaceOutput | undefined, wanted: Float32Array): void {
  const logits = logitsOf(output);
  expect(logits).toHaveLength(wanted.length);
  wanted.forEach((value, i) => {
    expect(logits[i]).toBeCloseTo(value, 4);
  });
}

beforeAll(async () => {
  ort.env.wasm.numThreads = 1;
  pack = parsePack(JSON.parse((await read('pack.json')).toString()), 'aggregate-pack');
});

beforeEach(async () => {
  const files = {
    spec: pack.encoder,
    data: [],
    encoder: await read(pack.encoder.file),
    head: await read(pack.heads[0]!.file),
  };
  networks = await ortNetworks(ortParts(ort), files, 'wasm')('wasm');
});

test('golden logits are those of a window of one frame', async () => {
  expect(await goldenDifference(modelFor('live'))).toBeLessThan(pack.golden.tolerance);
});

test('in an evaluation every frame of the clip counts, whatever id the face has', async () => {
  const model = modelFor('evaluation');
  let last;
  for (const [i, one] of CROPS.entries()) {
    last = await model.read(withId(i, one), i * 1000, false);
  }
  expectClose(last?.outputs[0], await expected(CROPS));
});

test('live, the last two seconds of each face count', async () => {
  const model = modelFor('live');
  let last;
  for (const [i, one] of CROPS.entries()) {
    last = await model.read(byId(one, CROPS[0]!), i * 900, false);
  }
  expectClose(last?.outputs[0], await expected(CROPS.slice(2)));
  expectClose(last?.outputs[1], await expected([CROPS[0]!]));
});

test('a new source begins with an empty window', async () => {
  const windows = windowsFor(pack, 'evaluation');
  const model = new Model(
    { pack, head: pack.heads[0]!, windows, pace: null, keepsVectors: false },
    networks,
  );
  await model.read(byId(CROPS[0]!), 0, false);
  windows?.clear();
  const { outputs } = await model.read(byId(CROPS[1]!), 0, false);
  expectClose(outputs[0], await expected([CROPS[1]!]));
});
