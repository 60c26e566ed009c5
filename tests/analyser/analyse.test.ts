import { beforeEach, describe, expect, test } from 'vitest';
import type { Logits } from '../../src/core/blemore/emotions.ts';
import type { Detection } from '../../src/core/tracking/face.ts';
import type { Size } from '../../src/core/geometry/shapes.ts';
import type { CropImage } from '../../src/core/image/pixels.ts';
import { Tracker } from '../../src/core/tracking/tracker.ts';
import { analyse, type Stations } from '../../src/analyser/analyse.ts';
import type { FaceCrops } from '../../src/analyser/crop/cropper.ts';
import { WarpCropper } from '../../src/analyser/crop/warp-cropper.ts';
import { FaceLocator } from '../../src/analyser/locate/face-locator.ts';
import type { Detector } from '../../src/analyser/locate/detector.ts';
import type { CropReader, ModelReading } from '../../src/analyser/reader/model.ts';
import type { Pictures } from '../../src/analyser/picture/picture.ts';
import { faceAt } from '../support/faces.ts';
import { image } from '../support/images.ts';
import { frameImage } from '../support/frames.ts';
import { PACK } from '../support/networks.ts';
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
  unread = false;

  async read(crops: FaceCrops, _: number, show: boolean): Promise<ModelReading> {
    const cropper = new WarpCropper(PACK.encoder.input);
    const images = await cropper.crop(crops.picture, [...crops.toFrame.values()]).images();
    this.batches.push(images);
    const logits = images.map((_, n): Logits => [n, n, n, n, n, n]);
    const times = { crop: 2, encode: 3, head: 1 };
    return { logits: this.unread ? [] : logits, images: show ? images : [], ...times };
  }
}

let found: readonly Detection[];
let refused: Error | null;
let reader: FakeReader;
let stations: Stations;

beforeEach(() => {
  found = [LARGE, SMALL];
  refused = null;
  reader = new FakeReader();
  const detector: Detector = { detect: () => Promise.resolve(found) };
  const locator = new FaceLocator(detector, new Tracker());
  const pictures: Pictures = {
    take: () => (refused === null ? Promise.resolve(PIXELS) : Promise.reject(refused)),
  };
  stations = { pictures, locator, encoder: PACK.encoder, reader };
});

describe('analyse', () => {
  test('reads the primary face alone', async () => {
    const { faces } = await analyse(stations, { image: frameImage(), capturedAt: 5 }, PRIMARY_ONLY);
    expect(faces.map(({ primary, logits }) => [primary, logits])).toEqual([
      [true, [0, 0, 0, 0, 0, 0]],
      [false, null],
    ]);
    expect(faces[0]!.face.box).toEqual(LARGE.box);
    expect(reader.batches.map(({ length }) => length)).toEqual([1]);
  });

  test('reads everyone in one go, each their own logits', async () => {
    found = [SMALL, LARGE];
    const { faces } = await analyse(stations, { image: frameImage(), capturedAt: 5 }, EVERYONE);
    expect(reader.batches.map(({ length }) => length)).toEqual([2]);
    expect(faces.map(({ logits }) => logits?.[0])).toEqual([0, 1]);
    const middles = reader.batches[0]!.map(({ data }) => data[24 * 48 + 24]!);
    expect(middles[0]).toBeLessThan(middles[1]!);
    expect(faces[0]!.face.box.x).toBeLessThan(faces[1]!.face.box.x);
  });

  test('keeps identities from frame to frame', async () => {
    const ids = [];
    for (const capturedAt of [0, 33, 66]) {
      const frame = { image: frameImage(), capturedAt };
      ids.push((await analyse(stations, frame, PRIMARY_ONLY)).faces.map(({ face }) => face.id));
      found = found.toReversed();
    }
    expect(ids).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  test('the crop has the eyes where the pack wants them', async () => {
    await analyse(stations, { image: frameImage(), capturedAt: 0 }, PRIMARY_ONLY);
    const [crop] = reader.batches[0]!;
    const row = Math.round(0.4 * 48);
    const column = Math.round(0.5 * 48);
    const { rightEye, leftEye } = LARGE.keypoints;
    const middle = { x: (rightEye.x + leftEye.x) / 2, y: rightEye.y };
    const gray = (0.299 * middle.x + 0.587 * middle.y) / 4;
    expect(crop!.data[row * 48 + column]).toBeCloseTo(gray, -0.5);
  });

  test('gives back the crops it read, where asked', async () => {
    const { faces } = await analyse(stations, { image: frameImage(), capturedAt: 0 }, WITH_CROPS);
    expect(faces[0]!.crop).toEqual(reader.batches[0]![0]);
    expect(faces[0]!.crop).not.toBeNull();
    expect(faces[1]!.crop).toBeNull();
  });

  test('keeps them to itself, where not', async () => {
    const { faces } = await analyse(stations, { image: frameImage(), capturedAt: 0 }, EVERYONE);
    expect(faces.map(({ crop }) => crop)).toEqual([null, null]);
  });

  test('without a face nothing is read', async () => {
    found = [];
    const analysis = await analyse(stations, { image: frameImage(), capturedAt: 9 }, EVERYONE);
    expect(analysis).toMatchObject({ faces: [], capturedAt: 9, size: SIZE });
    expect(analysis.timings).toMatchObject({ encode: 0, head: 0 });
    expect(reader.batches).toEqual([]);
  });

  test('a face that cannot be read just now is framed all the same', async () => {
    reader.unread = true;
    const { faces } = await analyse(stations, { image: frameImage(), capturedAt: 0 }, EVERYONE);
    expect(faces.map(({ logits }) => logits)).toEqual([null, null]);
  });

  test('says how long each station took', async () => {
    const { timings } = await analyse(stations, { image: frameImage(), capturedAt: 0 }, EVERYONE);
    expect(timings).toMatchObject({ crop: 2, encode: 3, head: 1 });
    expect(timings.total).toBeGreaterThanOrEqual(timings.detect);
  });

  test('a pack that reads whole frames is asked once, for the primary face', async () => {
    const encoder = { ...PACK.encoder, crop: { kind: 'frame', fit: 'squash' } } as const;
    const { faces } = await analyse(
      { ...stations, encoder },
      { image: frameImage(), capturedAt: 0 },
      EVERYONE,
    );
    const [squashed] = reader.batches[0]!;
    expect(squashed!.data[0]).toBeCloseTo(0, -1);
    expect(squashed!.data.at(-1)).toBeCloseTo((0.299 * SIZE.width + 0.587 * SIZE.height) / 4, -1);
    expect(reader.batches.map(({ length }) => length)).toEqual([1]);
    expect(faces.map(({ logits }) => logits !== null)).toEqual([true, false]);
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
    await analyse({ ...stations, reader: seeing }, { image: frame, capturedAt: 0 }, PRIMARY_ONLY);
    expect(closed).toBe(false);
    expect(frame.closed).toBe(true);
  });

  test('when it cannot be copied', async () => {
    const frame = frameImage();
    refused = new Error('no picture');
    const analysis = analyse(stations, { image: frame, capturedAt: 0 }, PRIMARY_ONLY);
    await expect(analysis).rejects.toThrow('no picture');
    expect(frame.closed).toBe(true);
  });

  test('when the detector fails', async () => {
    const frame = frameImage();
    const detector: Detector = { detect: () => Promise.reject(new Error('broken')) };
    const analysis = analyse(
      { ...stations, locator: new FaceLocator(detector, new Tracker()) },
      { image: frame, capturedAt: 0 },
      PRIMARY_ONLY,
    );
    await expect(analysis).rejects.toThrow('broken');
    expect(frame.closed).toBe(true);
  });
});
