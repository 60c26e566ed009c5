import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { FaceOutput } from '../../src/core/reading/analysis.ts';
import type { Detection } from '../../src/core/tracking/face.ts';
import type { Size } from '../../src/core/geometry/shapes.ts';
import type { CropImage } from '../../src/core/image/pixels.ts';
import { PlausibilityCheck } from '../../src/core/tracking/plausibility-check.ts';
import { Tracker } from '../../src/core/tracking/tracker.ts';
import { analyse, type Pipeline } from '../../src/analyser/analyse.ts';
import type { FaceCrops } from '../../src/analyser/crop/cropper.ts';
import { WarpCropper } from '../../src/analyser/crop/warp-cropper.ts';
import { FaceLocator } from '../../src/analyser/locate/face-locator.ts';
import type { Detector } from '../../src/analyser/locate/detector.ts';
import type { CropReader, CropsReading } from '../../src/analyser/reader/reader.ts';
import type { Pictures } from '../../src/analyser/picture/picture.ts';
import { readAs } from '../support/analyses.ts';
import { faceAt } from '../support/faces.ts';
import { image } from '../support/images.ts';
import { frameImage } from '../support/frames.ts';
import { PACK } from '../support/networks.ts';
import { logitsOf } from '../support/outputs.ts';
import { pictureOf } from '../support/pictures.ts';

const SIZE: Size = { width: 640, height: 360 };
const LARGE = faceAt(160, 180, 200);
const SMALL = faceAt(480, 180, 120);
const PRIMARY_ONLY = { detection: 'always', everyone: false, crops: false } as const;
const EVERYONE = { detection: 'always', everyone: true, crops: false } as const;
const WITH_CROPS = { detection: 'always', everyone: false, crops: true } as const;

/** Red says the column, green the row, so that a crop shows where it came from. */
const PIXELS = pictureOf(image(SIZE.width, SIZE.height, (x, y) => [x / 4, y / 4, 0]));

/** The n-th crop of all gets logits of n. */
class FakeReader implements CropReader {
  readonly batches: (readonly CropImage[])[] = [];
  rebuilding = false;

  async read(crops: FaceCrops, atMs: number, show: boolean): Promise<CropsReading> {
    const cropper = new WarpCropper(PACK.encoder.input, PACK.encoder.crop);
    const images = await cropper.crop(crops.picture, [...crops.toFrame.values()]).images();
    this.batches.push(images);
    const outputs = images.map((_, n): FaceOutput => {
      if (this.rebuilding) return { kind: 'unavailable', reason: 'rebuilding' };
      return readAs([n, n, n, n, n, n], atMs);
    });
    const timings = { crop: 2, encode: 3, head: 1 };
    return { outputs, images: show ? images : [], timings };
  }
}

let found: readonly Detection[];
let refused: Error | null;
let reader: FakeReader;
let pipeline: Pipeline;

beforeEach(() => {
  found = [LARGE, SMALL];
  refused = null;
  reader = new FakeReader();
  const detector: Detector = { detect: () => Promise.resolve(found) };
  const locator = new FaceLocator(detector, new Tracker(), true);
  const pictures: Pictures = {
    take: () => (refused === null ? Promise.resolve(PIXELS) : Promise.reject(refused)),
  };
  pipeline = {
    pictures,
    locator,
    plausibility: new PlausibilityCheck('short'),
    readers: [{ encoder: PACK.encoder, model: reader }],
  };
});

describe('analyse', () => {
  test('does not read a face that cannot be one, and says why', async () => {
    found = [{ ...LARGE, score: 0.55 }, SMALL];
    const { faces } = await analyse(
      pipeline,
      { image: frameImage(), capturedAt: 5 },
      { ...PRIMARY_ONLY, everyone: true },
    );
    expect(faces.map(({ outputs }) => outputs)).toEqual([
      [{ kind: 'implausible', reason: 'turned' }],
      [readAs([0, 0, 0, 0, 0, 0], 5)],
    ]);
    expect(reader.batches.map(({ length }) => length)).toEqual([1]);
  });

  test('a bystander who is turned away is a bystander', async () => {
    found = [LARGE, { ...SMALL, score: 0.55 }];
    const { faces } = await analyse(pipeline, { image: frameImage(), capturedAt: 5 }, PRIMARY_ONLY);
    expect(faces[1]!.outputs).toEqual([{ kind: 'bystander' }]);
  });

  test('reads the primary face alone', async () => {
    const { faces } = await analyse(pipeline, { image: frameImage(), capturedAt: 5 }, PRIMARY_ONLY);
    expect(faces.map(({ primary, outputs }) => [primary, outputs])).toEqual([
      [true, [readAs([0, 0, 0, 0, 0, 0], 5)]],
      [false, [{ kind: 'bystander' }]],
    ]);
    expect(faces[0]!.face.box).toEqual(LARGE.box);
    expect(reader.batches.map(({ length }) => length)).toEqual([1]);
  });

  test('reads everyone in one go, each their own logits', async () => {
    found = [SMALL, LARGE];
    const { faces } = await analyse(pipeline, { image: frameImage(), capturedAt: 5 }, EVERYONE);
    expect(reader.batches.map(({ length }) => length)).toEqual([2]);
    expect(faces.map(({ outputs }) => logitsOf(outputs[0])[0])).toEqual([0, 1]);
    const middles = reader.batches[0]!.map(({ data }) => data[24 * 48 + 24]!);
    expect(middles[0]).toBeLessThan(middles[1]!);
    expect(faces[0]!.face.box.x).toBeLessThan(faces[1]!.face.box.x);
  });

  test('reads the faces asked for and no others, whichever is the primary one', async () => {
    found = [SMALL, LARGE];
    const read = async (only: readonly number[]) => {
      const frame = { image: frameImage(), capturedAt: 5 };
      const { faces } = await analyse(pipeline, frame, { ...EVERYONE, only });
      return faces.filter(({ outputs }) => outputs[0]?.kind === 'read').map(({ face }) => face.id);
    };
    const ids = [1, 2];
    expect(await read([])).toEqual([]);
    expect(reader.batches).toEqual([]);
    for (const id of ids) expect(await read([id])).toEqual([id]);
    expect(await read([...ids, 77])).toEqual(ids);
  });

  test('keeps identities from frame to frame', async () => {
    const ids = [];
    for (const capturedAt of [0, 33, 66]) {
      const frame = { image: frameImage(), capturedAt };
      ids.push((await analyse(pipeline, frame, PRIMARY_ONLY)).faces.map(({ face }) => face.id));
      found = found.toReversed();
    }
    expect(ids).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  test('the crop has the eyes where the pack wants them', async () => {
    await analyse(pipeline, { image: frameImage(), capturedAt: 0 }, PRIMARY_ONLY);
    const [crop] = reader.batches[0]!;
    const row = Math.round(0.4 * 48);
    const column = Math.round(0.5 * 48);
    const { rightEye, leftEye } = LARGE.keypoints;
    const middle = { x: (rightEye.x + leftEye.x) / 2, y: rightEye.y };
    const gray = (0.299 * middle.x + 0.587 * middle.y) / 4;
    expect(crop!.data[row * 48 + column]).toBeCloseTo(gray, -0.5);
  });

  test('gives back the crops it read, where asked', async () => {
    const { faces } = await analyse(pipeline, { image: frameImage(), capturedAt: 0 }, WITH_CROPS);
    expect(reader.batches[0]![0]).toBeDefined();
    expect(faces.map(({ crops }) => crops)).toEqual([[reader.batches[0]![0]], [null]]);
  });

  test('keeps them to itself, where not', async () => {
    const { faces } = await analyse(pipeline, { image: frameImage(), capturedAt: 0 }, EVERYONE);
    expect(faces.map(({ crops }) => crops)).toEqual([[null], [null]]);
  });

  test('without a face nothing is read', async () => {
    found = [];
    const analysis = await analyse(pipeline, { image: frameImage(), capturedAt: 9 }, EVERYONE);
    expect(analysis).toMatchObject({ faces: [], capturedAt: 9, size: SIZE });
    expect(analysis.timings.readers).toEqual([{ crop: 0, encode: 0, head: 0 }]);
    expect(reader.batches).toEqual([]);
  });

  test('a face that cannot be read just now is framed, and says why', async () => {
    reader.rebuilding = true;
    const { faces } = await analyse(pipeline, { image: frameImage(), capturedAt: 0 }, EVERYONE);
    const output = { kind: 'unavailable', reason: 'rebuilding' };
    expect(faces.map(({ outputs }) => outputs)).toEqual([[output], [output]]);
  });

  test('says how long each stage took', async () => {
    const now = vi.spyOn(performance, 'now');
    for (const time of [100, 103, 110, 160]) now.mockReturnValueOnce(time);
    const { timings } = await analyse(pipeline, { image: frameImage(), capturedAt: 0 }, EVERYONE);
    now.mockRestore();
    const readers = [{ crop: 2, encode: 3, head: 1 }];
    expect(timings).toEqual({ picture: 3, detect: 7, readers, total: 60 });
  });

  test('several readers read the same faces, each with its own crop and its own outputs', async () => {
    const whole = new FakeReader();
    whole.rebuilding = true;
    const encoder = { ...PACK.encoder, crop: { kind: 'frame', fit: 'squash' } } as const;
    const readers = [...pipeline.readers, { encoder, model: whole }];
    const { faces, timings } = await analyse(
      { ...pipeline, readers },
      { image: frameImage(), capturedAt: 5 },
      { ...EVERYONE, crops: true },
    );
    expect(faces.map(({ outputs }) => outputs.map(({ kind }) => kind))).toEqual([
      ['read', 'unavailable'],
      ['read', 'bystander'],
    ]);
    expect(reader.batches.map(({ length }) => length)).toEqual([2]);
    expect(faces.map(({ crops }) => crops)).toEqual([
      [reader.batches[0]![0], whole.batches[0]![0]],
      [reader.batches[0]![1], null],
    ]);
    expect(faces[0]!.crops[0]).not.toEqual(faces[0]!.crops[1]);
    expect(timings.readers).toHaveLength(2);
  });

  test('a pack that reads whole frames is asked once, for the primary face', async () => {
    const encoder = { ...PACK.encoder, crop: { kind: 'frame', fit: 'squash' } } as const;
    const { faces } = await analyse(
      { ...pipeline, readers: [{ encoder, model: reader }] },
      { image: frameImage(), capturedAt: 0 },
      EVERYONE,
    );
    const [squashed] = reader.batches[0]!;
    expect(squashed!.data[0]).toBeCloseTo(0, -1);
    expect(squashed!.data.at(-1)).toBeCloseTo((0.299 * SIZE.width + 0.587 * SIZE.height) / 4, -1);
    expect(reader.batches.map(({ length }) => length)).toEqual([1]);
    expect(faces.map(({ outputs }) => outputs[0]?.kind)).toEqual(['read', 'bystander']);
  });
});

describe('analyse closes the frame', () => {
  test('when it has been read, and not before: the GPU cuts it where it is', async () => {
    const frame = frameImage();
    let closed = true;
    const seeing: CropReader = {
      read: (crops, atMs, show) => {
        ({ closed } = frame);
        return reader.read(crops, atMs, show);
      },
    };
    await analyse(
      { ...pipeline, readers: [{ encoder: PACK.encoder, model: seeing }] },
      { image: frame, capturedAt: 0 },
      PRIMARY_ONLY,
    );
    expect(closed).toBe(false);
    expect(frame.closed).toBe(true);
  });

  test('when it cannot be copied', async () => {
    const frame = frameImage();
    refused = new Error('no picture');
    const analysis = analyse(pipeline, { image: frame, capturedAt: 0 }, PRIMARY_ONLY);
    await expect(analysis).rejects.toThrow('no picture');
    expect(frame.closed).toBe(true);
  });

  test('when the detector fails', async () => {
    const frame = frameImage();
    const detector: Detector = { detect: () => Promise.reject(new Error('broken')) };
    const analysis = analyse(
      { ...pipeline, locator: new FaceLocator(detector, new Tracker(), true) },
      { image: frame, capturedAt: 0 },
      PRIMARY_ONLY,
    );
    await expect(analysis).rejects.toThrow('broken');
    expect(frame.closed).toBe(true);
  });
});
