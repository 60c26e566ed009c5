import { axisScales, type Affine } from '../geometry/affine.ts';
import { blockSide, sourceRegion } from './bounds.ts';
import type { Box, Size } from '../geometry/shapes.ts';

/** Where a crop's samples are taken. */
export interface Sampling {
  /** Side of the blocks of frame pixels that are averaged first; 1 for none. */
  readonly side: number;
  /** The frame pixels that are looked at; its corner is the first block's. */
  readonly region: Box;
  /** Samples along a crop pixel's width and height. */
  readonly across: number;
  readonly down: number;
}

/** How a crop of `size` pixels a side is sampled from a frame, on whatever processor. */
export function samplingOf(toFrame: Affine, size: number, frame: Size): Sampling {
  const side = blockSide(toFrame);
  const { x, y } = axisScales(toFrame);
  const [across, down] = [sampleCount(x / side), sampleCount(y / side)];
  return { side, region: sourceRegion(toFrame, size, frame), across, down };
}

/** A scale a hair above a whole number is that number, give or take rounding. */
function sampleCount(scale: number): number {
  return Math.max(1, Math.ceil(scale - 1e-6));
}
