import { afterEach, expect, test, vi } from 'vitest';
import { explain } from '../../../src/analyser/explain/explain.ts';
import type { ExplainedModel } from '../../../src/analyser/explain/explained-model.ts';
import { linearContributions } from '../../../src/analyser/explain/linear-contributions.ts';
import { mapFor } from '../../../src/core/explain/explanation.ts';
import type { Pictures } from '../../../src/analyser/picture/picture.ts';
import { faceAt } from '../../support/faces.ts';
import { frameImage } from '../../support/frames.ts';
import { image } from '../../support/images.ts';
import { PACK } from '../../support/networks.ts';
import { pictureOf } from '../../support/pictures.ts';

const SIDE = PACK.encoder.input.size;
const FACE = { ...faceAt(160, 180, 200), id: 1 };
/** Bright where the mouth is. */
const PICTURE = pictureOf(
  image(320, 360, (x, y) =>
    Math.abs(x - 160) < 40 && Math.abs(y - 240) < 20 ? [200, 200, 200] : [50, 50, 50],
  ),
);
const pictures: Pictures = { take: () => Promise.resolve(PICTURE) };

const HEAD = PACK.heads[0]!;
const FEATURES = [1, 2, 0, -1];
const WEIGHTS = [
  [1, 0, 0, 2, 0, 0],
  [0, 1, 0, 1, 0, 0],
  [5, 5, 5, 5, 5, 5],
  [0, 0, 3, 0, 0, 1],
];
const BIAS = [0.5, 0, 0, -1, 0, 0];

/** Rows of scores of a linear head. */
function linear(inputs: Float32Array, batch: number): Promise<Float32Array> {
  const rows = Array.from({ length: batch }, (_, row) =>
    BIAS.map((bias, place) =>
      FEATURES.reduce(
        (sum, _feature, i) => sum + inputs[row * FEATURES.length + i]! * WEIGHTS[i]![place]!,
        bias,
      ),
    ),
  );
  return Promise.resolve(Float32Array.from(rows.flat()));
}

/** Happy as far as the lower half of the crop has bright pixels. */
class BrightMouth implements ExplainedModel {
  readonly pack = PACK;
  readonly head = HEAD;
  readonly batches: number[] = [];

  run(tensor: Float32Array, batch: number) {
    this.batches.push(batch);
    const length = SIDE * SIDE;
    const logits = Array.from({ length: batch }, (_, row) => {
      const lower = tensor.subarray(row * length + length / 2, (row + 1) * length);
      const bright = lower.reduce((sum, value) => sum + Math.max(0, value), 0);
      return [0, 0, 0, bright / 20, 0, 0];
    });
    const none = new Float32Array(0);
    return Promise.resolve({
      features: none,
      logits: Float32Array.from(logits.flat()),
      encode: 0,
      head: 0,
    });
  }

  headInput = () => Promise.resolve(Float32Array.from(FEATURES));
  scores = linear;
}

afterEach(() => {
  vi.restoreAllMocks();
});

const never = () => new AbortController().signal;

test('the mouth speaks for what is read of the mouth, and the forehead does not', async () => {
  const picture = frameImage();
  const found = await explain(picture, FACE, new BrightMouth(), pictures, never());
  expect(picture.closed).toBe(true);
  const map = mapFor(found, 3);
  const [mouth, forehead] = [map[36 * SIDE + 24]!, map[4 * SIDE + 24]!];
  expect(mouth).toBeGreaterThan(0.1);
  expect(Math.abs(forehead)).toBeLessThan(mouth / 10);
  expect(found.without.mouth[3]).toBeLessThan(found.probabilities[3] - 0.1);
  expect(found.without.brows[3]).toBeCloseTo(found.probabilities[3]);
  expect(found.added).toHaveLength(FEATURES.length * 6);
});

test('an abort ends it with the batch at work', async () => {
  const model = new BrightMouth();
  const stop = new AbortController();
  const explaining = explain(frameImage(), FACE, model, pictures, stop.signal);
  stop.abort();
  await expect(explaining).rejects.toThrow('aborted');
  expect(model.batches).toHaveLength(1);
});

test.each([
  ['quick', 1, [6, 32, 32]],
  ['slow', 20, [6, 10, 10]],
  ['very slow', 500, [6, 1, 1]],
])('frames wait for 200 ms at most after the first batch of a %s model', async (_, ms, sizes) => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const model = new BrightMouth();
  const run = model.run.bind(model);
  model.run = (tensor, batch) => {
    now += ms * batch;
    return run(tensor, batch);
  };
  await explain(frameImage(), FACE, model, pictures, never());
  expect(model.batches.slice(0, 3)).toEqual(sizes);
});

test('the picture is closed, too, where it gives no pixels', async () => {
  const picture = frameImage();
  const broken: Pictures = { take: () => Promise.reject(new Error('no pixels')) };
  await expect(explain(picture, FACE, new BrightMouth(), broken, never())).rejects.toThrow();
  expect(picture.closed).toBe(true);
});

test('a linear head’s contributions are its weights times the features', async () => {
  const added = await linearContributions(new Float32Array(0), new BrightMouth(), never());
  expect([...added!]).toEqual(
    FEATURES.flatMap((value, i) => WEIGHTS[i]!.map((weight) => weight * value + 0)),
  );
});

test('a head that is not linear, whatever it is called, has none', async () => {
  const model = new BrightMouth();
  model.scores = async (inputs, batch) => (await linear(inputs, batch)).map(Math.tanh);
  expect(await linearContributions(new Float32Array(0), model, never())).toBeNull();
  const deep = Object.assign(new BrightMouth(), { head: PACK.heads[1]! });
  expect(await linearContributions(new Float32Array(0), deep, never())).toBeNull();
});
