import { drawFace } from '../../../src/sources/drawn/draw-face.ts';
import { sumUnits } from '../../../src/sources/drawn/action-units.ts';
import { idleAt } from '../../../src/sources/drawn/idle.ts';
import { LOOKS } from '../../../src/sources/drawn/looks.ts';
import { unitsOf } from '../../../src/sources/drawn/prototypes.ts';
import type { Shot } from '../../drawn/shots.ts';
import { MARK, markColor } from './scene-mark.ts';

const SIZE = { width: 640, height: 480 };

/**
 * Runs in a browser: one picture of a film, with a mark in the corner that says which scene it is
 * of. @returns a JPEG as a data address, 640 × 480.
 */
export function drawShot({ look, shares, idle }: Shot, scene: number): string {
  const canvas = Object.assign(document.createElement('canvas'), SIZE);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('there is no canvas to draw on');
  context.fillStyle = 'slategrey';
  context.fillRect(0, 0, SIZE.width, SIZE.height);
  if (look !== null) {
    const units = sumUnits([
      [1, unitsOf(shares)],
      [1, idleAt(idle)],
    ]);
    drawFace(context, SIZE, { look: LOOKS[look]!, units });
  }
  context.fillStyle = markColor(scene);
  context.fillRect(0, 0, MARK, MARK);
  return canvas.toDataURL('image/jpeg', 0.92);
}
