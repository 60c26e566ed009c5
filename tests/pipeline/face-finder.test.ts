import type { Detection as Found, FaceDetector } from '@mediapipe/tasks-vision';
import { beforeEach, describe, expect, test } from 'vitest';
import { FaceFinder } from '../../src/pipeline/detector/face-finder.ts';
import { picture } from './support/pictures.ts';

/** A 1280×720 picture, shrunk to a quarter for the detector. */
const PICTURE = picture({
  size: { width: 1280, height: 720 },
  shrunk: (longest) => ({ width: longest, height: (longest / 16) * 9 }) as OffscreenCanvas,
});

const SPOTS = [0.4, 0.6, 0.5, 0.51, 0.3, 0.7];

function found(changes: Partial<Found> = {}): Found {
  return {
    boundingBox: { originX: 80, originY: 45, width: 100, height: 90, angle: 0 },
    keypoints: SPOTS.map((x) => ({ x, y: 0.5 })),
    categories: [{ score: 0.9, index: 0, categoryName: '', displayName: '' }],
    ...changes,
  };
}

/** Stands in for MediaPipe: its errors are sticky, as there. */
class FakeDetector {
  readonly timestamps: number[] = [];
  detections: Found[] = [found()];
  broken = false;
  closed = false;

  detectForVideo(_: OffscreenCanvas, timestamp: number): { detections: Found[] } {
    if (this.broken) throw new Error('Graph has errors.');
    this.timestamps.push(timestamp);
    return { detections: this.detections };
  }
  close(): void {
    this.closed = true;
    if (this.broken) throw new Error('Graph has errors.');
  }
}

let opened: FakeDetector[];
let breakNext: boolean;

function open(): Promise<FaceDetector> {
  const detector = new FakeDetector();
  detector.broken = breakNext;
  opened.push(detector);
  return Promise.resolve(detector as unknown as FaceDetector);
}

beforeEach(() => {
  opened = [];
  breakNext = false;
});

describe('FaceFinder', () => {
  test('gives boxes and points in pixels of the picture', async () => {
    const finder = await FaceFinder.create(open);
    const [face] = await finder.detect(PICTURE);
    expect(face).toEqual({
      box: { x: 320, y: 180, width: 400, height: 360 },
      keypoints: {
        rightEye: { x: 512, y: 360 },
        leftEye: { x: 768, y: 360 },
        nose: { x: 640, y: 360 },
        mouth: { x: 652.8, y: 360 },
        rightEar: { x: 384, y: 360 },
        leftEar: { x: 896, y: 360 },
      },
      score: 0.9,
    });
  });

  test('leaves out what lacks box, points or score', async () => {
    const finder = await FaceFinder.create(open);
    const noBox = found();
    delete noBox.boundingBox;
    opened[0]!.detections = [noBox, found({ keypoints: [] }), found({ categories: [] }), found()];
    expect(await finder.detect(PICTURE)).toHaveLength(1);
  });

  test('never repeats a timestamp', async () => {
    const finder = await FaceFinder.create(open);
    for (let i = 0; i < 5; i++) await finder.detect(PICTURE);
    const { timestamps } = opened[0]!;
    const steps = timestamps.slice(1).map((time, i) => time - timestamps[i]!);
    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect(timestamps.every(Number.isInteger)).toBe(true);
  });

  test('replaces a broken detector and searches the same frame again', async () => {
    const finder = await FaceFinder.create(open);
    await finder.detect(PICTURE);
    opened[0]!.broken = true;
    expect(await finder.detect(PICTURE)).toHaveLength(1);
    expect(opened).toHaveLength(2);
    expect(opened[0]!.closed).toBe(true);
    expect(opened[1]!.timestamps[0]).toBeGreaterThan(opened[0]!.timestamps[0]!);
  });

  test('fails where the new one is broken too', async () => {
    const finder = await FaceFinder.create(open);
    opened[0]!.broken = true;
    breakNext = true;
    await expect(finder.detect(PICTURE)).rejects.toThrow('Graph has errors.');
    expect(opened).toHaveLength(2);
  });
});
