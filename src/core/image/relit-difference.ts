import type { CropImage } from './pixels.ts';

/** Where there is less to see, of 255, noise is not taken for a difference. */
const LEAST_CONTRAST = 4;
/** A direction that the others leave with less of its length than this says nothing new. */
const LEAST_NEW = 1e-3;

/**
 * How much two gray crops of one place differ beyond what other light explains, as a share of the
 * second one's contrast: 0 where the second shows the first under other light, about 1 where the
 * two have nothing in common. Other light is a gain that changes evenly across the crop, as of a lamp on one side or
 * a camera that exposes longer, and an offset; the fit is by least squares.
 *
 * @throws RangeError where they differ in size or are not gray
 */
export function relitDifference(before: CropImage, now: CropImage): number {
  const { size } = before;
  if (now.size !== size) throw new RangeError('the crops differ in size');
  if (before.channels !== 1 || now.channels !== 1) throw new RangeError('the crops are not gray');
  const left = meanSize(unexplained(now.data, lightsOf(before)));
  return left / Math.max(LEAST_CONTRAST, contrastOf(now.data));
}

/** What other light makes of a crop is a sum of multiples of these. */
function lightsOf({ size, data }: CropImage): readonly Float64Array[] {
  const make = () => new Float64Array(data.length);
  const [offset, gain, across, down] = [make().fill(1), make(), make(), make()];
  const middle = (size - 1) / 2;
  for (let row = 0, i = 0; row < size; row++) {
    for (let column = 0; column < size; column++, i++) {
      const value = data[i]!;
      gain[i] = value;
      across[i] = value * (column - middle);
      down[i] = value * (row - middle);
    }
  }
  return [offset, gain, across, down];
}

/**
 * What no sum of multiples of `parts` explains of `values`, by Gram and Schmidt: the parts become
 * directions at right angles to each other, of length 1, that are taken out one by one.
 */
function unexplained(values: Float32Array, parts: readonly Float64Array[]): Float64Array {
  const left = Float64Array.from(values);
  const directions: Float64Array[] = [];
  for (const part of parts) {
    const before = length(part);
    for (const other of directions) takeOut(part, other);
    const after = length(part);
    if (after <= LEAST_NEW * before) continue;
    for (let i = 0; i < part.length; i++) part[i]! /= after;
    takeOut(left, part);
    directions.push(part);
  }
  return left;
}

/** @param direction of length 1 */
function takeOut(values: Float64Array, direction: Float64Array): void {
  let share = 0;
  for (let i = 0; i < values.length; i++) share += values[i]! * direction[i]!;
  for (let i = 0; i < values.length; i++) values[i]! -= share * direction[i]!;
}

function length(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum);
}

/** Mean absolute difference to the mean, of 255. */
function contrastOf(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let off = 0;
  for (const value of values) off += Math.abs(value - mean);
  return off / values.length;
}

function meanSize(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += Math.abs(value);
  return sum / values.length;
}
