import type { CropImage } from './pixels.ts';

/** A crop's floats in 0..255, gray or three channels, as opaque RGBA bytes, row by row. */
export function rgbaOfCrop({ size, channels, data }: CropImage): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(size * size * 4);
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    const from = pixel * channels;
    for (let channel = 0; channel < 3; channel += 1) {
      bytes[pixel * 4 + channel] = data[from + (channels === 1 ? 0 : channel)]!;
    }
    bytes[pixel * 4 + 3] = 255;
  }
  return bytes;
}
