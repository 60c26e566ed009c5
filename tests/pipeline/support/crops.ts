import type { CropImage } from '../../../src/core/pixels.ts';

/** Crops of one frame under the ids 1, 2, 3 … */
export function byId(...crops: readonly CropImage[]): ReadonlyMap<number, CropImage> {
  return new Map(crops.map((crop, i) => [i + 1, crop]));
}
