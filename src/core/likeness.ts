import type { CropImage } from './pixels.ts';

/**
 * How much two crops of one size differ, as the mean absolute difference of their pixels (0..255)
 * once their mean brightness is taken out, so that a lamp that is switched on changes little.
 *
 * @throws RangeError where they differ in size or channels
 */
export function unlikeness(one: CropImage, other: CropImage): number {
  const length = one.data.length;
  if (other.data.length !== length) throw new RangeError('the crops differ in size');
  const offset = mean(one.data) - mean(other.data);
  let sum = 0;
  for (let i = 0; i < length; i++) sum += Math.abs(one.data[i]! - other.data[i]! - offset);
  return sum / length;
}

function mean(values: Float32Array): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
