import { compose, scaling, translation, type Affine } from '../geometry/affine.ts';
import type { CropImage, RgbaImage } from './pixels.ts';
import { CHANNELS, reduce, type Plane } from './plane.ts';
import { samplingOf, type Sampling } from './sampling.ts';

/**
 * The reference for how a crop is cut out of a frame; other paths must agree with it.
 *
 * Every crop pixel is the mean of a grid of bilinear samples, as many along an axis as frame
 * pixels fall on a crop pixel's side, so that shrinking averages areas and does not alias; one
 * sample where the crop is enlarged. Past eight samples an axis, whole blocks of frame pixels are
 * averaged first, for speed. Outside the frame its edge pixels repeat. One channel is Rec. 601
 * luma of the stored (gamma-encoded) values, three are red, green, blue.
 *
 * `toFrame` maps crop pixels to frame pixels, centres at +0.5; `size` is the crop's side.
 */
export function warp(image: RgbaImage, toFrame: Affine, size: number, channels: 1 | 3): CropImage {
  const crop = { size, channels, data: new Float32Array(size * size * channels) };
  warpInto(crop, image, toFrame);
  return crop;
}

/** As `warp`, into a crop that is there already, of its size and channels. */
export function warpInto(crop: CropImage, image: RgbaImage, toFrame: Affine): void {
  const sampling = samplingOf(toFrame, crop.size, image);
  const { side, region } = sampling;
  const toRegion = compose(translation(-region.x, -region.y), toFrame);
  const toPlane = compose(scaling(1 / side, 1 / side), toRegion);
  CHANNELS[crop.channels].forEach((weights, channel) => {
    sample(reduce(image, region, side, weights), toPlane, sampling, crop, channel);
  });
}

/** Fills one channel of the crop with means of bilinear samples. */
function sample(
  plane: Plane,
  toPlane: Affine,
  { across, down }: Sampling,
  crop: CropImage,
  channel: number,
): void {
  const share = 1 / (across * down);
  const sums = new Float64Array(crop.size);
  for (let row = 0; row < crop.size; row++) {
    sums.fill(0);
    for (let j = 0; j < down; j++) addSamples(plane, toPlane, row + (j + 0.5) / down, across, sums);
    const start = row * crop.size * crop.channels + channel;
    for (let column = 0; column < crop.size; column++) {
      crop.data[start + column * crop.channels] = sums[column]! * share;
    }
  }
}

/** Adds `across` samples a pixel along the crop's line at height `y` to the line's sums. */
function addSamples(
  { data, width, height }: Plane,
  { a, b, c, d, e, f }: Affine,
  y: number,
  across: number,
  sums: Float64Array,
): void {
  const [stepX, stepY] = [a / across, b / across];
  const [startX, startY] = [c * y + e + stepX / 2 - 0.5, d * y + f + stepY / 2 - 0.5];
  const [mostX, mostY] = [width - 2, height - 2];
  const last = across * sums.length - 1;
  // Clamping takes time, and only lines that leave the frame need it.
  const inside =
    liesWithin(startX, startX + stepX * last, mostX) &&
    liesWithin(startY, startY + stepY * last, mostY);
  for (let column = 0, i = 0; column < sums.length; column++) {
    let sum = 0;
    for (const end = i + across; i < end; i++) {
      let px = startX + stepX * i;
      let py = startY + stepY * i;
      if (!inside) {
        px = Math.min(Math.max(px, 0), mostX);
        py = Math.min(Math.max(py, 0), mostY);
      }
      // A faster floor, as no position is negative.
      const left = px | 0;
      const top = py | 0;
      const right = px - left;
      const below = py - top;
      const at = top * width + left;
      const topLeft = data[at]!;
      const bottomLeft = data[at + width]!;
      const above = topLeft + (data[at + 1]! - topLeft) * right;
      const under = bottomLeft + (data[at + width + 1]! - bottomLeft) * right;
      sum += above + (under - above) * below;
    }
    sums[column]! += sum;
  }
}

/** Whether a line's ends, and so all between them, lie in 0..most. */
function liesWithin(start: number, end: number, most: number): boolean {
  return Math.min(start, end) >= 0 && Math.max(start, end) <= most;
}
