import { ease } from './expression.ts';
import type { SomeUnits } from './action-units.ts';

const BLINK_EVERY = 3.6;
const BLINK_LASTS = 0.26;
const GLANCE_EVERY = 1.7;
const GLANCE_TAKES = 0.07;

/** The small movements of somebody sitting still, `seconds` after the start: a function of time alone. */
export function idleAt(seconds: number): SomeUnits {
  return {
    blink: blinkAt(seconds),
    headTurn: sway(seconds, 0.11, 0) * 0.16,
    headPitch: sway(seconds, 0.09, 1) * 0.12,
    headTilt: sway(seconds, 0.07, 2) * 0.12,
    gazeSide: glanceAt(seconds, 1) * 0.22,
    gazePitch: glanceAt(seconds, 2) * 0.12,
  };
}

/** Two slow waves that do not repeat together, in -1..1. */
function sway(seconds: number, perSecond: number, phase: number): number {
  const turn = 2 * Math.PI * seconds;
  return (
    0.6 * Math.sin(turn * perSecond + phase) + 0.4 * Math.sin(turn * perSecond * 2.63 + 2 * phase)
  );
}

/** One quick blink somewhere in every stretch of `BLINK_EVERY` seconds. */
function blinkAt(seconds: number): number {
  const stretch = Math.floor(seconds / BLINK_EVERY);
  const start = stretch * BLINK_EVERY + scatter(stretch) * (BLINK_EVERY - BLINK_LASTS);
  const progress = (seconds - start) / BLINK_LASTS;
  if (progress <= 0 || progress >= 1) return 0;
  // Lids fall faster than they rise.
  return progress < 0.4 ? ease(progress / 0.4) : ease((1 - progress) / 0.6);
}

/** The eyes rest, then jump: from one point near the viewer to the next, in -1..1. */
function glanceAt(seconds: number, axis: number): number {
  const stretch = Math.floor(seconds / GLANCE_EVERY);
  const from = glance(stretch - 1, axis);
  const progress = (seconds - stretch * GLANCE_EVERY) / GLANCE_TAKES;
  return from + (glance(stretch, axis) - from) * ease(progress);
}

function glance(stretch: number, axis: number): number {
  // Every other time the eyes come back to the viewer.
  return stretch % 2 === 0 ? 0 : 2 * scatter(stretch + 71 * axis) - 1;
}

/** A number in 0..1 that looks random and depends on `index` alone. */
function scatter(index: number): number {
  const spread = Math.imul(index + 1, 0x9e3779b1);
  const mixed = Math.imul(spread ^ (spread >>> 15), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
}
