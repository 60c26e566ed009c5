import { describe, expect, test } from 'vitest';
import { rgbaOfCrop } from '../../../src/core/image/crop-pixels.ts';

describe('rgbaOfCrop(crop)', () => {
  test('repeats a gray value in three channels, opaque', () => {
    const data = Float32Array.of(0, 64, 128.4, 255);
    expect([...rgbaOfCrop({ size: 2, channels: 1, data })]).toEqual([
      0, 0, 0, 255, 64, 64, 64, 255, 128, 128, 128, 255, 255, 255, 255, 255,
    ]);
  });

  test('keeps the order of three channels', () => {
    const data = Float32Array.of(10, 20, 30);
    expect([...rgbaOfCrop({ size: 1, channels: 3, data })]).toEqual([10, 20, 30, 255]);
  });
});
