import type { Box, Size } from '../../core/geometry/shapes.ts';
import { drawWall } from './background.ts';
import { faceScale } from './framing.ts';
import { drawHairInFront } from './hair.ts';
import type { Look } from './looks.ts';
import type { Context2D } from './paint.ts';

/** What does not change while the same person stays. */
export interface StillParts {
  /** In pixels, over the whole picture. */
  background(ctx: Context2D, size: Size, look: Look): void;
  /** In face units. */
  hair(ctx: Context2D, look: Look): void;
}

/** Draws them anew each time. */
export const FRESH_PARTS: StillParts = { background: drawWall, hair: drawHairInFront };

/** Room for the hair of every look, in face units. */
const HAIR_BOX: Box = { x: -168, y: -212, width: 336, height: 486 };

/**
 * Draws them once a person and then copies them: a gradient over the whole picture and hundreds of
 * strands cost more than all the rest of a face.
 */
export function keptParts(size: Size): StillParts {
  const scale = faceScale(size);
  const wall = keptLayer(size, (ctx, look) => {
    drawWall(ctx, size, look);
  });
  const hairSize = { width: HAIR_BOX.width * scale, height: HAIR_BOX.height * scale };
  const hair = keptLayer(hairSize, (ctx, look) => {
    ctx.scale(scale, scale);
    ctx.translate(-HAIR_BOX.x, -HAIR_BOX.y);
    drawHairInFront(ctx, look);
  });
  return {
    background(ctx, _, look) {
      ctx.drawImage(wall(look), 0, 0);
    },
    hair(ctx, look) {
      const { x, y, width, height } = HAIR_BOX;
      ctx.drawImage(hair(look), x, y, width, height);
    },
  };
}

/** A picture of `size` pixels that is drawn again only for another look. */
function keptLayer(
  size: Size,
  draw: (ctx: Context2D, look: Look) => void,
): (look: Look) => HTMLCanvasElement {
  const layer = document.createElement('canvas');
  let drawn: Look | null = null;
  return (look) => {
    if (drawn !== look) {
      // Setting a size clears the canvas and its state.
      layer.width = Math.ceil(size.width);
      layer.height = Math.ceil(size.height);
      const ctx = layer.getContext('2d');
      if (!ctx) throw new Error('no 2D canvas');
      draw(ctx, look);
      drawn = look;
    }
    return layer;
  };
}
