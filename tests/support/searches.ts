import type { Detection as Found } from '@mediapipe/tasks-vision';
import type { OwnImage } from '../../src/core/image/pixels.ts';
import type { FaceSearch } from '../../src/detector/mediapipe.ts';
import type { Search } from '../../src/detector/messages.ts';

/** An image of 320×180 pixels, made of a picture four times as wide. */
export const SEARCH: Search = {
  image: { width: 320, height: 180, data: new Uint8ClampedArray(320 * 180 * 4) },
  picture: { width: 1280, height: 720 },
};

/** Across the image, from its left edge. */
const SPOTS = [0.4, 0.6, 0.5, 0.51, 0.3, 0.7];

/** A face as MediaPipe reports it. */
export function found(changes: Partial<Found> = {}): Found {
  return {
    boundingBox: { originX: 80, originY: 45, width: 100, height: 90, angle: 0 },
    keypoints: SPOTS.map((x) => ({ x, y: 0.5 })),
    categories: [{ score: 0.9, index: 0, categoryName: '', displayName: '' }],
    ...changes,
  };
}

/** Stands in for MediaPipe: its errors are sticky, as there. */
export class FakeSearch implements FaceSearch {
  readonly timestamps: number[] = [];
  detections: Found[] = [found()];
  broken = false;
  closed = false;

  search(_: OwnImage, timestamp: number): readonly Found[] {
    if (this.broken) throw new Error('Graph has errors.');
    this.timestamps.push(timestamp);
    return this.detections;
  }

  close(): void {
    this.closed = true;
    if (this.broken) throw new Error('Graph has errors.');
  }
}
