import { readFile } from 'node:fs/promises';
import * as ort from 'onnxruntime-web';
import { describe, expect, test } from 'vitest';
import { HeldFrames } from '../../../src/analyser/reader/held-frames.ts';
import { Model } from '../../../src/analyser/reader/model.ts';
import type { PacedModel } from '../../../src/analyser/reader/paced-reading.ts';
import type { FaceCrops } from '../../../src/analyser/crop/cropper.ts';
import { ortNetworks, ortParts } from '../../../src/analyser/networks/open-networks.ts';
import { cropTransform } from '../../../src/core/geometry/alignment.ts';
import type { CropImage, RgbaImage } from '../../../src/core/image/pixels.ts';
import { largestDifference } from '../../../src/core/math/largest-difference.ts';
import { mulberry32 } from '../../../src/core/math/random.ts';
import { DEFAULT_PACK_ID } from '../../../src/core/pack/default-pack-id.ts';
import { parsePack } from '../../../src/core/pack/parse.ts';
import { smooth, type Smoothed } from '../../../src/core/reading/smoothing.ts';
import { softmax } from '../../../src/core/reading/softmax.ts';
import { logitsOf } from '../../support/outputs.ts';
import { photo, type PhotoName } from '../../support/photos.ts';
import { picture } from '../../support/pictures.ts';

const STEP = 1000 / 15;
/** As a pack says it where it says nothing else. */
const SMOOTHING = 0.3;

/** Crops of one pixel, whose value is the encoder's input; the first logit is what it is encoded to. */
class FakeModel implements PacedModel {
  pixels: readonly number[] = [];
  encoded: number[][] = [];
  /** What a pixel means now. */
  logit = (pixel: number): number => pixel;

  crop() {
    const images = this.pixels.map((value): CropImage => ({
      size: 1,
      channels: 1,
      data: Float32Array.of(value),
    }));
    return { input: Float32Array.from(this.pixels), images: () => Promise.resolve(images) };
  }
  readInputs(input: Float32Array | GPUBuffer, ids: readonly number[], at: number) {
    const values = Array.from(input as Float32Array);
    this.encoded.push(values);
    const outputs = ids.map(
      (_, i) => ({ kind: 'read', logits: [this.logit(values[i]!), 0, 0, 0, 0, 0], at }) as const,
    );
    return Promise.resolve({ outputs, encode: 1, head: 1 });
  }
}

function setUp() {
  const [reading, model] = [new HeldFrames(), new FakeModel()];
  const ids = (count: number) => new Map(Array.from({ length: count }, (_, i) => [i + 1, null]));
  async function read(at: number, ...pixels: number[]) {
    model.pixels = pixels;
    model.encoded = [];
    const crops = { toFrame: ids(pixels.length) } as unknown as FaceCrops;
    const { outputs } = await reading.read(model, crops, at, false);
    return { outputs, encoded: model.encoded.flat() };
  }
  return { reading, model, read };
}

describe('HeldFrames', () => {
  test('a crop that has not changed is not encoded again, and is said to be of its own frame', async () => {
    const { read } = setUp();
    expect((await read(0, 100)).encoded).toEqual([100]);
    const { encoded, outputs } = await read(33, 100.4);
    expect(encoded).toEqual([]);
    expect(outputs).toEqual([{ kind: 'read', logits: [100, 0, 0, 0, 0, 0], at: 33 }]);
  });

  test('one that has changed much is, in the same frame, by itself', async () => {
    const { read } = setUp();
    await read(0, 100, 50, 20);
    const { encoded, outputs } = await read(33, 100, 59, 20);
    expect(encoded).toEqual([59]);
    expect(outputs.map((output) => logitsOf(output)[0])).toEqual([100, 59, 20]);
  });

  test('one that has changed a little is encoded fifteen times a second, and its output is as old as it says', async () => {
    const { read } = setUp();
    const encodings: number[] = [];
    for (let frame = 0; frame < 30; frame++) {
      const at = (frame * 1000) / 30 + 1;
      const { encoded, outputs } = await read(at, 100 + frame);
      if (encoded.length > 0) encodings.push(at);
      expect(outputs).toEqual([expect.objectContaining({ at: encodings.at(-1) })]);
      expect(at - encodings.at(-1)!).toBeLessThan(34);
    }
    expect(encodings).toHaveLength(15);
  });

  test('small changes do not add up', async () => {
    const { read } = setUp();
    await read(0, 100);
    expect((await read(66, 100.4)).encoded).toEqual([]);
    expect((await read(133, 100.8)).encoded).toHaveLength(1);
  });

  test('after a quarter of a second it is encoded all the same', async () => {
    const { read } = setUp();
    await read(0, 100);
    // The first face's steps begin a quarter before those of the clock.
    expect((await read(187, 100)).encoded).toHaveLength(0);
    expect((await read(188, 100)).encoded).toHaveLength(1);
    expect((await read(437, 100)).encoded).toHaveLength(0);
    expect((await read(438, 100)).encoded).toHaveLength(1);
  });

  test('of four that change a little, two are encoded in each frame', async () => {
    const { read } = setUp();
    await read(1, 10, 60, 110, 160);
    for (let frame = 1; frame < 30; frame++) {
      const pixels = [10, 60, 110, 160].map((pixel) => pixel + frame);
      const { encoded } = await read((frame * 1000) / 30 + 1, ...pixels);
      expect(encoded, `${frame}`).toHaveLength(2);
    }
  });

  test('readings that began at different times encode the same frames', async () => {
    const [one, other] = [setUp(), setUp()];
    for (let frame = 0; frame < 30; frame++) {
      const [at, pixel] = [(frame * 1000) / 30, 100 + Math.max(0, frame - 15)];
      const first = await one.read(at, pixel);
      const second = frame < 3 ? null : await other.read(at, pixel);
      if (frame > 8) expect(second, `${frame}`).toEqual(first);
    }
  });

  test('where that shows an error of more than a hundredth, the face is read as one that moves for two seconds', async () => {
    const { model, read } = setUp();
    model.logit = () => 0;
    await read(0, 100);
    model.logit = () => 0.1;
    await read(250, 100);
    for (let at = 350; at < 2200; at += 100) {
      expect((await read(at, 100)).encoded, `${at} ms`).toHaveLength(1);
    }
    await read(2260, 100);
    expect((await read(2350, 100)).encoded).toEqual([]);
  });

  test('another face, and another source, are encoded', async () => {
    const { reading, read } = setUp();
    await read(0, 100);
    expect((await read(33, 100, 100)).encoded).toEqual([100]);
    reading.clear();
    expect((await read(50, 100, 100)).encoded).toEqual([100, 100]);
    expect((await read(5, 100, 100)).encoded).toEqual([100, 100]);
  });

  test('all are encoded where that is asked for', async () => {
    const { reading, model } = setUp();
    model.pixels = [100];
    const crops = { toFrame: new Map([[1, null]]), anew: true } as unknown as FaceCrops;
    for (const at of [0, 33, 66]) await reading.read(model, crops, at, false);
    expect(model.encoded).toHaveLength(3);
  });

  test('crops on a GPU are all encoded', async () => {
    const { reading, model } = setUp();
    let encoded = 0;
    const gpu: PacedModel = {
      crop: () => ({
        input: {} as GPUBuffer,
        images: () => Promise.reject(new Error('read back')),
      }),
      readInputs: (_, ids, at) => {
        encoded += 1;
        return model.readInputs(new Float32Array(ids.length), ids, at);
      },
    };
    const crops = { toFrame: new Map([[1, null]]) } as unknown as FaceCrops;
    await reading.read(gpu, crops, 0, false);
    await reading.read(gpu, crops, 33, false);
    expect(encoded).toBe(2);
  });
});

describe('a still face before a webcam', () => {
  /** Where the eyes are, in the photo's pixels. */
  const PEOPLE: readonly (readonly [PhotoName, number, number, number, number])[] = [
    ['smiling', 216, 167, 318, 175],
    ['neutral', 257, 195, 371, 196],
  ];

  function withNoise({ width, height, data }: RgbaImage, seed: number): RgbaImage {
    const random = mulberry32(seed);
    const noisy = Uint8ClampedArray.from(data);
    for (let i = 0; i < noisy.length; i++) noisy[i]! += (random() % 9) - 4;
    return { width, height, data: noisy };
  }

  test('hardly any crop is encoded, and no probability is a hundredth off', async () => {
    const folder = new URL(`../../../models/${DEFAULT_PACK_ID}/`, import.meta.url);
    const open = (name: string) => readFile(new URL(name, folder));
    const pack = parsePack(JSON.parse((await open('pack.json')).toString()), DEFAULT_PACK_ID);
    const [head] = pack.heads;
    const { encoder: spec } = pack;
    if (head === undefined || spec.crop.kind !== 'face') throw new Error('another kind of pack');
    const files = { spec, data: [], encoder: await open(spec.file), head: await open(head.file) };
    ort.env.wasm.numThreads = 1;
    const networks = await ortNetworks(ortParts(ort), files, 'wasm')('wasm');
    const model = new Model(
      { pack, head, windows: null, pace: null, keepsVectors: false },
      networks,
    );
    let worst = 0;
    for (const [name, rightX, rightY, leftX, leftY] of PEOPLE) {
      const eyes = { rightEye: { x: rightX, y: rightY }, leftEye: { x: leftX, y: leftY } };
      const toFrame = new Map([[1, cropTransform(eyes, spec.crop, spec.input.size)]]);
      const [held, clean] = [new HeldFrames(), photo(name)];
      let encoded = 0;
      const counting: PacedModel = {
        crop: (crops) => model.crop(crops),
        readInputs: (input, ids, at) => {
          encoded += 1;
          return model.readInputs(input, ids, at);
        },
      };
      let [one, all]: [Smoothed | null, Smoothed | null] = [null, null];
      const frames = 14;
      for (let frame = 0; frame < frames; frame++) {
        const at = frame * STEP;
        const image = withNoise(clean, frame);
        const read = () => ({ image, corner: { x: 0, y: 0 } });
        const crops = { picture: picture({ size: image, read }), toFrame };
        const [said] = (await held.read(counting, crops, at, false)).outputs;
        const [true_] = (await model.read(crops, at, false)).outputs;
        one = smooth(one, logitsOf(said), at, SMOOTHING);
        all = smooth(all, logitsOf(true_), at, SMOOTHING);
        worst = Math.max(worst, largestDifference(softmax(one.logits), softmax(all.logits)));
      }
      expect(encoded, name).toBeLessThanOrEqual(frames / 3);
    }
    await model.release();
    expect(worst).toBeLessThan(0.01);
  }, 60_000);
});
