import type { Box, Point, Size } from './shapes.ts';

export function area({ width, height }: Size): number {
  return width * height;
}

/** The corner opposite to the first. */
export function lastCorner({ x, y, width, height }: Box): Point {
  return { x: x + width, y: y + height };
}

export function centre({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

export function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** The shared part of two boxes, 0..1: intersection over union. */
export function overlap(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (area(one) + area(other) - shared);
}
