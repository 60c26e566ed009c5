import type { Point } from '../geometry/shapes.ts';
import type { CropImage } from './pixels.ts';

/** Of 1, where there is as much to see in every direction; below it nothing is said to move. */
const LEAST_TEXTURE = 0.02;

/** How a crop differs from an earlier one of the same place. */
export interface Displacement {
  /** How far what it shows has moved, in its pixels. */
  readonly by: Point;
  /** How much the two still differ once that is taken back: mean absolute difference, of 255. */
  readonly residual: number;
}

/** Per inner pixel of a crop: its slopes and how much brighter it has become. */
interface Slopes {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly change: Float64Array;
}

/**
 * How far what two gray crops of one size show has moved from the first to the second, by their
 * slopes (Lucas and Kanade, 1981): good up to about one pixel. Brightness that changes everywhere
 * alike is no difference, and where there is nothing to see nothing moves.
 *
 * @throws RangeError where they differ in size or are not gray
 */
export function displacement(before: CropImage, now: CropImage): Displacement {
  const { size } = before;
  if (now.size !== size) throw new RangeError('the crops differ in size');
  if (before.channels !== 1 || now.channels !== 1) throw new RangeError('the crops are not gray');
  const slopes = slopesOf(before.data, now.data, size);
  const by = leastSquares(slopes);
  const { x, y, change } = slopes;
  let left = 0;
  for (let i = 0; i < change.length; i++) {
    left += Math.abs(change[i]! + by.x * x[i]! + by.y * y[i]!);
  }
  return { by, residual: left / change.length };
}

/** The means of all three are taken out. */
function slopesOf(before: Float32Array, now: Float32Array, size: number): Slopes {
  const inner = Math.max(0, size - 2);
  const make = () => new Float64Array(inner * inner);
  const slopes = { x: make(), y: make(), change: make() };
  const both = (i: number) => before[i]! + now[i]!;
  for (let row = 0, to = 0; row < inner; row++) {
    for (let column = 0; column < inner; column++, to++) {
      const i = (row + 1) * size + column + 1;
      // Those of the mean of both crops: what moves has as much of them before as after.
      slopes.x[to] = (both(i + 1) - both(i - 1)) / 4;
      slopes.y[to] = (both(i + size) - both(i - size)) / 4;
      slopes.change[to] = now[i]! - before[i]!;
    }
  }
  for (const values of [slopes.x, slopes.y, slopes.change]) centre(values);
  return slopes;
}

function centre(values: Float64Array): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  for (let i = 0; i < values.length; i++) values[i]! -= mean;
}

/** The motion that explains most of the change. */
function leastSquares({ x, y, change }: Slopes): Point {
  const [xx, xy, yy] = [dot(x, x), dot(x, y), dot(y, y)];
  const [xc, yc] = [dot(x, change), dot(y, change)];
  const determinant = xx * yy - xy * xy;
  // Slopes in one direction only tell of motion in that direction only.
  if (determinant <= LEAST_TEXTURE * ((xx + yy) / 2) ** 2) return { x: 0, y: 0 };
  return { x: (xy * yc - yy * xc) / determinant, y: (xy * xc - xx * yc) / determinant };
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, i) => sum + value * other[i]!, 0);
}
