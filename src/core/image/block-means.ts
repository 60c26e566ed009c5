import type { CropImage } from './pixels.ts';

/**
 * A crop seen so coarsely that a camera's noise averages out: the means of blocks × blocks parts of
 * it, row by row, channels interleaved, of 255. A block is at least one pixel.
 */
export function blockMeans({ size, channels, data }: CropImage, blocks: number): Float32Array {
  const along = Math.min(blocks, size);
  const edges = Array.from({ length: along + 1 }, (_, i) => Math.round((i * size) / along));
  const means = new Float32Array(along * along * channels);
  for (let row = 0; row < along; row++) {
    const [top, bottom] = [edges[row]!, edges[row + 1]!];
    for (let column = 0; column < along; column++) {
      const [left, right] = [edges[column]!, edges[column + 1]!];
      const to = (row * along + column) * channels;
      for (let y = top; y < bottom; y++) {
        for (let i = (y * size + left) * channels; i < (y * size + right) * channels; i++) {
          means[to + (i % channels)]! += data[i]!;
        }
      }
      const share = 1 / ((bottom - top) * (right - left));
      for (let channel = 0; channel < channels; channel++) means[to + channel]! *= share;
    }
  }
  return means;
}
