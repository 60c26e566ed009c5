import { beforeEach, describe, expect, test } from 'vitest';
import type { Logits } from '../../src/core/emotions.ts';
import type { Detection } from '../../src/core/face.ts';
import type { Box, Size } from '../../src/core/geometry.ts';
import type { CropImage, RgbaImage } from '../../src/core/pixels.ts';
import { Tracker } from '../../src/core/tracking.ts';
import { analyse, type Stations } from '../../src/pipeline/analyse.ts';
import { FaceLocator } from '../../src/pipeline/face-locator.ts';
import type { Detector } from '../../src/pipeline/detector/detector.ts';
import type { CropReader, ModelReading } from '../../src/pipeline/model/model.ts';
import type { Picture } from '../../src/pipeline/picture.ts';
import { faceAt } from '../core/support/faces.ts';
import { image } from '../core/support/images.ts';
import { frameImage } from './support/frames.ts';
import { PACK } from './support/networks.ts';

const SIZE: Size = { width: 640, height: 360 };
const LARGE = faceAt(160, 180, 200);
const SMALL = faceAt(480, 180, 120);
const PRIMARY_ONLY = { detection: 'always', everyone: false, crops: false } as const;
const EVERYONE = { detection: 'always', everyone: true, crops: false } as const;
const WITH_CROPS = { detection: 'always', everyone: false, crops: true } as const;

/** Red says the column, green the row, so that a crop shows where it came from. */
class FakePicture implements Picture {
  readonly size = SIZE;
  readonly boxes: Box[] = [];
  error: Error | null = null;

  take(): void {
    if (this.error !== null) throw this.error;
  }
  shrunk(): OffscreenCanvas {
    throw new Error('The fake detector looks at nothing.');
  }
  read(box: Box): RgbaImage {
    this.boxes.push(box);
    return image(box.width, box.height, (x, y) => [(box.x + x) / 4, (box.y + y) / 4, 0]);
  }
}

/** The n-th crop of all gets logits of n. */
class FakeReader implements CropReader {
  readonly batches: (readonly CropImage[])[] = [];
  unread = false;

  read(crops: ReadonlyMap<number, CropImage>): Promise<ModelReading> {
    const batch = [...crops.values()];
    this.batches.push(batch);
    const logits = batch.map((_, n): Logits => [n, n, n, n, n, n]);
    return Promise.resolve({ logits: this.unread ? [] : logits, encode: 3, head: 1 });
  }
}

let found: readonly Detection[];
let picture: FakePicture;
let reader: FakeReader;
let stations: Stations;

beforeEach(() => {
  found = [LARGE, SMALL];
  picture = new FakePicture();
  reader = new FakeReader();
  const detector: Detector = { detect: () => Promise.resolve(found) };
  const locator = new FaceLocator(detector, new Tracker());
  stations = { picture, locator, encoder: PACK.encoder, reader };
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

  test('reads no more pixels than the crop needs', async () => {
    await analyse(stations, { image: frameImage(), capturedAt: 0 }, PRIMARY_ONLY);
    const [box] = picture.boxes;
    expect(picture.boxes).toHaveLength(1);
    expect(box!.width * box!.height).toBeLessThan((SIZE.width * SIZE.height) / 3);
    expect(box!.x).toBeLessThan(LARGE.keypoints.rightEye.x);
    expect(box!.x + box!.width).toBeGreaterThan(LARGE.keypoints.leftEye.x);
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
    expect(faces[0]!.crop).toBe(reader.batches[0]![0]);
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
    expect(timings).toMatchObject({ encode: 3, head: 1 });
    expect(timings.total).toBeGreaterThanOrEqual(timings.detect + timings.crop);
  });

  test('a pack that reads whole frames is asked once, for the primary face', async () => {
    const encoder = { ...PACK.encoder, crop: { kind: 'frame', fit: 'squash' } } as const;
    const { faces } = await analyse(
      { ...stations, encoder },
      { image: frameImage(), capturedAt: 0 },
      EVERYONE,
    );
    expect(picture.boxes).toEqual([{ x: 0, y: 0, ...SIZE }]);
    expect(reader.batches.map(({ length }) => length)).toEqual([1]);
    expect(faces.map(({ logits }) => logits !== null)).toEqual([true, false]);
  });
});

describe('analyse closes the frame', () => {
  test('before it is searched', async () => {
    const frame = frameImage();
    let closed = false;
    const detector: Detector = {
      detect: () => {
        ({ closed } = frame);
        return Promise.resolve([]);
      },
    };
    await analyse(
      { ...stations, locator: new FaceLocator(detector, new Tracker()) },
      { image: frame, capturedAt: 0 },
      PRIMARY_ONLY,
    );
    expect(closed).toBe(true);
  });

  test('when it cannot be copied', async () => {
    const frame = frameImage();
    picture.error = new Error('no picture');
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
