import { expect, test } from 'vitest';
import type { Cropped, Cropper } from '../../../src/analyser/crop/cropper.ts';
import { FallbackCropper } from '../../../src/analyser/crop/fallback-cropper.ts';
import { picture } from '../../support/pictures.ts';

class FakeCropper implements Cropper {
  readonly cropped: Cropped = { input: new Float32Array(1), images: () => Promise.resolve([]) };
  error: Error | null = null;
  asked = 0;
  released = 0;

  crop(): Cropped {
    this.asked += 1;
    if (this.error !== null) throw this.error;
    return this.cropped;
  }
  release(): void {
    this.released += 1;
  }
}

test('the faster way is taken while it works', () => {
  const [faster, surer] = [new FakeCropper(), new FakeCropper()];
  const fallback = new FallbackCropper(faster, surer);
  expect(fallback.crop(picture({}), [])).toBe(faster.cropped);
  fallback.release();
  expect([faster.released, surer.asked]).toEqual([1, 0]);
});

test('a frame it cannot cut is cut the surer way, and so are all that follow', () => {
  const [faster, surer] = [new FakeCropper(), new FakeCropper()];
  const fallback = new FallbackCropper(faster, surer);
  faster.error = new Error('The frame cannot be imported.');
  expect(fallback.crop(picture({}), [])).toBe(surer.cropped);
  faster.error = null;
  expect(fallback.crop(picture({}), [])).toBe(surer.cropped);
  expect([faster.asked, faster.released, surer.asked]).toEqual([1, 1, 2]);
});

test('where both fail, the surer one says why', () => {
  const [faster, surer] = [new FakeCropper(), new FakeCropper()];
  faster.error = new Error('The frame cannot be imported.');
  surer.error = new Error('The frame cannot be drawn.');
  expect(() => new FallbackCropper(faster, surer).crop(picture({}), [])).toThrow('drawn');
});
