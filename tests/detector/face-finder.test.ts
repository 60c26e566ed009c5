import type { Detection as Found } from '@mediapipe/tasks-vision';
import { beforeEach, describe, expect, test } from 'vitest';
import { FaceFinder } from '../../src/detector/face-finder.ts';
import type { FaceSearch } from '../../src/detector/mediapipe.ts';
import { FakeSearch, found, SEARCH } from '../support/searches.ts';

let opened: FakeSearch[];
let breakNext: boolean;

function open(): Promise<FaceSearch> {
  const search = new FakeSearch();
  search.broken = breakNext;
  opened.push(search);
  return Promise.resolve(search);
}

function withoutBox(): Found {
  const detection = found();
  delete detection.boundingBox;
  return detection;
}

beforeEach(() => {
  opened = [];
  breakNext = false;
});

describe('FaceFinder', () => {
  test('gives boxes and points in pixels of the picture', async () => {
    const finder = await FaceFinder.create(open);
    const [face] = await finder.find(SEARCH);
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
    opened[0]!.detections = [
      withoutBox(),
      found({ keypoints: [] }),
      found({ categories: [] }),
      found(),
    ];
    expect(await finder.find(SEARCH)).toHaveLength(1);
  });

  test('never repeats a timestamp', async () => {
    const finder = await FaceFinder.create(open);
    for (let i = 0; i < 5; i++) await finder.find(SEARCH);
    const { timestamps } = opened[0]!;
    const steps = timestamps.slice(1).map((time, i) => time - timestamps[i]!);
    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect(timestamps.every(Number.isInteger)).toBe(true);
  });

  test('replaces a broken search and searches the same image again', async () => {
    const finder = await FaceFinder.create(open);
    await finder.find(SEARCH);
    opened[0]!.broken = true;
    expect(await finder.find(SEARCH)).toHaveLength(1);
    expect(opened).toHaveLength(2);
    expect(opened[0]!.closed).toBe(true);
    expect(opened[1]!.timestamps[0]).toBeGreaterThan(opened[0]!.timestamps[0]!);
  });

  test('fails where the new one is broken too', async () => {
    const finder = await FaceFinder.create(open);
    opened[0]!.broken = true;
    breakNext = true;
    await expect(finder.find(SEARCH)).rejects.toThrow('Graph has errors.');
    expect(opened).toHaveLength(2);
  });
});
