import { describe, expect, test } from 'vitest';
import type { Affine } from '../../../src/core/geometry/affine.ts';
import type { FaceOutput } from '../../../src/core/reading/analysis.ts';
import { parsePack } from '../../../src/core/pack/parse.ts';
import type { ModelPack } from '../../../src/core/pack/schema.ts';
import type { FaceCrops } from '../../../src/analyser/crop/cropper.ts';
import { LateClips } from '../../../src/analyser/reader/late-clips.ts';
import { LateFrames } from '../../../src/analyser/reader/late-frames.ts';
import type { PacedModel, PacedReading } from '../../../src/analyser/reader/paced-reading.ts';
import { WholeClips } from '../../../src/analyser/reader/whole-clips.ts';
import { changedAll, facePack } from '../../support/packs.ts';

const FRAMES = 4;
const AT_ORIGIN: Affine = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

const clip = (stride: number, tail: 'zero' | 'repeat' | 'drop' = 'zero') =>
  ({ kind: 'clip', frames: FRAMES, stride, tail }) as const;

/** Reads inputs of one pixel, whose value is the frame's number. */
function packOf(stride: number): ModelPack {
  return parsePack(
    changedAll(facePack(), {
      temporal: clip(stride),
      'encoder.input.size': 1,
      'encoder.input.scale': 1,
      'encoder.input.mean': [0],
      'encoder.input.std': [1],
    }),
    'test',
  );
}

class FakeModel implements PacedModel {
  /** The pixels of each input that was to be read. */
  readonly inputs: number[][] = [];
  /** What the crops of the next frame are, one a face. */
  pixels: readonly number[] = [];
  settle: (error?: Error) => void = () => undefined;
  /** Whether readings wait for `settle`. */
  slow = false;

  crop() {
    return { input: Float32Array.from(this.pixels), images: () => Promise.resolve([]) };
  }
  async readInputs(input: Float32Array | GPUBuffer, ids: readonly number[], at: number) {
    this.inputs.push(Array.from(input as Float32Array));
    if (this.slow) {
      await new Promise<void>((resolve, reject) => {
        this.settle = (error) => {
          if (error === undefined) resolve();
          else reject(error);
        };
      });
    }
    const outputs = ids.map(() => ({ kind: 'read', logits: [0, 0, 0, 0, 0, 0], at }) as const);
    return { outputs, encode: 1, head: 1 };
  }
}

const facesOf = (...ids: number[]): FaceCrops =>
  ({ picture: {}, toFrame: new Map(ids.map((id) => [id, AT_ORIGIN])) }) as unknown as FaceCrops;

/** Shows frames from..to to one face, 10 ms apart, and gives what was said of each. */
async function show(reading: PacedReading, model: FakeModel, from: number, to: number) {
  const outputs: FaceOutput[] = [];
  for (let frame = from; frame < to; frame++) {
    model.pixels = [frame];
    const { outputs: said } = await reading.read(model, facesOf(1), frame * 10, false);
    outputs.push(said[0]!);
    // What was read meanwhile is kept.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return outputs;
}

describe('clips of a whole video', () => {
  test('each is read where it ends, and the next begins a stride later', async () => {
    const [reading, model] = [new WholeClips(packOf(2), clip(2)), new FakeModel()];
    const said = await show(reading, model, 0, 7);
    expect(model.inputs).toEqual([
      [0, 1, 2, 3],
      [2, 3, 4, 5],
    ]);
    expect(said.map(({ kind }) => kind === 'read')).toEqual([0, 0, 0, 1, 0, 1, 0].map(Boolean));
  });

  test.each([
    [
      'zero',
      [
        [4, 5, 6, 0],
        [6, 0, 0, 0],
      ],
    ],
    [
      'repeat',
      [
        [4, 5, 6, 6],
        [6, 6, 6, 6],
      ],
    ],
    ['drop', []],
  ] as const)('what reaches past its end: %s', async (tail, rest) => {
    const [reading, model] = [new WholeClips(packOf(2), clip(2, tail)), new FakeModel()];
    await show(reading, model, 0, 7);
    const outputs = await reading.finish(model);
    expect([model.inputs.slice(2), outputs.length]).toEqual([rest, rest.length]);
  });

  test('another video begins anew', async () => {
    const [reading, model] = [new WholeClips(packOf(4), clip(4)), new FakeModel()];
    await show(reading, model, 0, 3);
    reading.clear();
    await show(reading, model, 10, 14);
    expect(model.inputs).toEqual([[10, 11, 12, 13]]);
  });
});

describe('clips beside the frames', () => {
  test('say how much is gathered until the first is read, and then what it said', async () => {
    const [reading, model] = [new LateClips(packOf(4), clip(4)), new FakeModel()];
    const said = await show(reading, model, 0, 6);
    expect(said.slice(0, 4)).toEqual(
      [0.25, 0.5, 0.75, 1].map((gathered) => ({ kind: 'pending', gathered })),
    );
    expect(said.slice(4)).toMatchObject([
      { kind: 'read', at: 30 },
      { kind: 'read', at: 30 },
    ]);
  });

  test('no frame waits for one, and the next is of the newest frames', async () => {
    const [reading, model] = [new LateClips(packOf(2), clip(2)), new FakeModel()];
    model.slow = true;
    await show(reading, model, 0, 9);
    expect(model.inputs).toEqual([[0, 1, 2, 3]]);
    model.settle();
    await new Promise((resolve) => setTimeout(resolve));
    const said = await show(reading, model, 9, 11);
    expect(model.inputs).toEqual([
      [0, 1, 2, 3],
      [6, 7, 8, 9],
    ]);
    expect(said[1]).toMatchObject({ kind: 'read', at: 30 });
  });

  test('their time is that of the last reading', async () => {
    const [reading, model] = [new LateClips(packOf(4), clip(4)), new FakeModel()];
    await show(reading, model, 0, 4);
    const { timings } = await reading.read(model, facesOf(1), 40, false);
    expect(timings).toMatchObject({ encode: 1, head: 1 });
    reading.clear();
    expect((await reading.read(model, facesOf(1), 50, false)).timings.encode).toBe(0);
  });

  test('what a reading failed with is told once', async () => {
    const [reading, model] = [new LateClips(packOf(4), clip(4)), new FakeModel()];
    model.slow = true;
    await show(reading, model, 0, 4);
    model.settle(new Error('lost'));
    await new Promise((resolve) => setTimeout(resolve));
    await expect(show(reading, model, 4, 5)).rejects.toThrow('lost');
    expect((await show(reading, model, 5, 6))[0]).toMatchObject({ kind: 'pending' });
  });

  test('frames before a long gap are not of one clip with those after it', async () => {
    const [reading, model] = [new LateClips(packOf(4), clip(4)), new FakeModel()];
    await show(reading, model, 0, 3);
    await show(reading, model, 1000, 1004);
    expect(model.inputs).toEqual([[1000, 1001, 1002, 1003]]);
  });
});

test('single frames beside the others: the newest, as soon as the one before is read', async () => {
  const [reading, model] = [new LateFrames(), new FakeModel()];
  model.slow = true;
  const before = await show(reading, model, 0, 3);
  expect([model.inputs, before[2]]).toEqual([[[0]], { kind: 'pending', gathered: 1 }]);
  model.settle();
  await new Promise((resolve) => setTimeout(resolve));
  const after = await show(reading, model, 3, 5);
  expect(model.inputs).toEqual([[0], [3]]);
  expect(after[0]).toMatchObject({ kind: 'read', at: 0 });
  expect((await reading.read(model, facesOf(1), 50, false)).timings).toMatchObject({ encode: 1 });
});
