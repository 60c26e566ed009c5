import { axisScales, transformPoint, type Affine } from '../geometry/affine.ts';
import type { Box, Size } from '../geometry/shapes.ts';

/** Samples an axis beyond which whole blocks of pixels are averaged first. */
const MOST_SAMPLES = 8;

/** Side of the blocks of frame pixels the warp averages before it samples them; 1 for none. */
export function blockSide(toFrame: Affine): number {
  const { x, y } = axisScales(toFrame);
  return Math.max(1, Math.ceil(Math.min(x, y) / MOST_SAMPLES - 1e-6));
}

/**
 * The frame pixels the warp will look at, as whole numbers, blocks and interpolation included. It
 * may reach past the frame by one margin: there the frame's edge pixels repeat.
 */
export function sourceRegion(toFrame: Affine, size: number, frame: Size): Box {
  const margin = blockSide(toFrame) + 1;
  const corners = [0, size].flatMap((x) => [0, size].map((y) => transformPoint(toFrame, { x, y })));
  const [left, right] = span(
    corners.map((corner) => corner.x),
    margin,
    frame.width,
  );
  const [top, bottom] = span(
    corners.map((corner) => corner.y),
    margin,
    frame.height,
  );
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * The frame pixels a crop needs, clipped to the frame: at least one pixel, even for a crop that
 * lies outside. Warping them alone (with the transform moved by the box's corner) gives what
 * warping the whole frame gives.
 */
export function cropBounds(toFrame: Affine, size: number, frame: Size): Box {
  const region = sourceRegion(toFrame, size, frame);
  const left = Math.min(Math.max(region.x, 0), frame.width - 1);
  const top = Math.min(Math.max(region.y, 0), frame.height - 1);
  const right = Math.max(Math.min(region.x + region.width, frame.width), left + 1);
  const bottom = Math.max(Math.min(region.y + region.height, frame.height), top + 1);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** At least one whole number wide around the values, and at most a margin outside 0..length. */
function span(values: readonly number[], margin: number, length: number): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const from = Math.min(Math.max(Math.floor(least) - margin, -margin), length + margin - 1);
  const to = Math.min(Math.ceil(most) + margin, length + margin);
  return [from, Math.max(to, from + 1)];
}
