import type { Affine } from '../geometry/affine.ts';
import type { Resampling } from '../pack/schema.ts';
import type { CropImage, RgbaImage } from './pixels.ts';

/** Where on one axis an output pixel comes from: `weights` for source pixels from `first` on, in 22 bits. */
interface Taps {
  readonly first: number;
  readonly weights: Int32Array;
}

const BITS = 22;
const ONE = 2 ** BITS;
const HALF = 2 ** (BITS - 1);
/** Half the width of Pillow's cubic, in source pixels where nothing is made smaller. */
const CUBIC_SUPPORT = 2;

/**
 * A part of a whole frame with the values that the libraries of the published baselines give it, as
 * whole numbers in 0..255: `bicubic` as Pillow resizes (antialiased, in fixed point, first along the
 * rows), `bilinear` as torchvision's presets for video do (at one point, not antialiased).
 *
 * @param toFrame from crop to frame pixels: no turn; `size` is the crop's side
 * @throws RangeError for a transform that turns
 */
export function resample(
  image: RgbaImage,
  toFrame: Affine,
  size: number,
  kind: Exclude<Resampling, 'area'>,
): CropImage {
  if (toFrame.b !== 0 || toFrame.c !== 0) throw new RangeError('whole frames are not turned');
  const data = new Float32Array(size * size * 3);
  if (kind === 'bilinear') bilinear(image, toFrame, size, data);
  else bicubic(image, toFrame, size, data);
  return { size, channels: 3, data };
}

function bicubic(image: RgbaImage, { a, d, e, f }: Affine, size: number, into: Float32Array): void {
  const across = cubicTaps(a, e, size, image.width);
  const down = cubicTaps(d, f, size, image.height);
  const top = down[0]!.first;
  const last = down.at(-1)!;
  const rows = last.first + last.weights.length - top;
  // Between the two passes there are whole numbers, too.
  const lines = new Uint8ClampedArray(rows * size * 3);
  for (let row = 0; row < rows; row++) {
    const start = (top + row) * image.width;
    across.forEach(({ first, weights }, x) => {
      let [red, green, blue] = [HALF, HALF, HALF];
      for (let tap = 0; tap < weights.length; tap++) {
        const at = (start + first + tap) * 4;
        const weight = weights[tap]!;
        red += image.data[at]! * weight;
        green += image.data[at + 1]! * weight;
        blue += image.data[at + 2]! * weight;
      }
      const to = (row * size + x) * 3;
      lines[to] = red >> BITS;
      lines[to + 1] = green >> BITS;
      lines[to + 2] = blue >> BITS;
    });
  }
  down.forEach(({ first, weights }, y) => {
    for (let value = 0; value < size * 3; value++) {
      let sum = HALF;
      for (let tap = 0; tap < weights.length; tap++) {
        sum += lines[(first - top + tap) * size * 3 + value]! * weights[tap]!;
      }
      into[y * size * 3 + value] = Math.min(Math.max(sum >> BITS, 0), 255);
    }
  });
}

function cubicTaps(scale: number, offset: number, size: number, length: number): Taps[] {
  const wider = Math.max(scale, 1);
  const support = CUBIC_SUPPORT * wider;
  return Array.from({ length: size }, (_, pixel) => {
    const centre = (pixel + 0.5) * scale + offset;
    const first = Math.max(Math.trunc(centre - support + 0.5), 0);
    const end = Math.min(Math.trunc(centre + support + 0.5), length);
    const weights = Float64Array.from({ length: end - first }, (_unused, tap) =>
      cubic((first + tap - centre + 0.5) / wider),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return { first, weights: Int32Array.from(weights, (weight) => fixed(weight / sum)) };
  });
}

/** Keys' cubic with a = −0.5. */
function cubic(distance: number): number {
  const x = Math.abs(distance);
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
}

function fixed(weight: number): number {
  return Math.trunc(weight * ONE + (weight < 0 ? -0.5 : 0.5));
}

/** The two pixels of an axis that a point lies between. */
interface Between {
  readonly low: number;
  readonly high: number;
  /** Of the higher one, 0..1. */
  readonly share: number;
}

function bilinear(
  { data, width, height }: RgbaImage,
  { a, d, e, f }: Affine,
  size: number,
  into: Float32Array,
): void {
  const across = pointsOn(a, e, size, width);
  const down = pointsOn(d, f, size, height);
  down.forEach((row, y) => {
    across.forEach((column, x) => {
      const topLeft = (row.low * width + column.low) * 4;
      const topRight = (row.low * width + column.high) * 4;
      const bottomLeft = (row.high * width + column.low) * 4;
      const bottomRight = (row.high * width + column.high) * 4;
      for (let channel = 0; channel < 3; channel++) {
        const top = mix(data[topLeft + channel]!, data[topRight + channel]!, column.share);
        const bottom = mix(data[bottomLeft + channel]!, data[bottomRight + channel]!, column.share);
        into[(y * size + x) * 3 + channel] = roundHalfEven(mix(top, bottom, row.share));
      }
    });
  });
}

function pointsOn(scale: number, offset: number, size: number, length: number): Between[] {
  return Array.from({ length: size }, (_, pixel) => {
    const at = Math.max((pixel + 0.5) * scale + offset - 0.5, 0);
    const low = Math.min(Math.floor(at), length - 1);
    return { low, high: Math.min(low + 1, length - 1), share: at - low };
  });
}

function mix(one: number, other: number, share: number): number {
  return one * (1 - share) + other * share;
}

/** As numpy and torch round. */
export function roundHalfEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
