import type { Size } from '../../core/geometry/shapes.ts';
import { BLACK, css, mix, WHITE } from './colour.ts';
import type { Look } from './looks.ts';
import type { Context2D } from './paint.ts';

/** A plain wall, lighter behind the head; `size` in pixels. */
export function drawWall(ctx: Context2D, { width, height }: Size, look: Look): void {
  const near = height * 0.1;
  const far = width * 0.66;
  const wall = ctx.createRadialGradient(
    width * 0.44,
    height * 0.4,
    near,
    width / 2,
    height / 2,
    far,
  );
  wall.addColorStop(0, css(mix(look.backdrop, WHITE, 0.16)));
  wall.addColorStop(0.5, css(look.backdrop));
  wall.addColorStop(1, css(mix(look.backdrop, BLACK, 0.42)));
  ctx.fillStyle = wall;
  ctx.fillRect(0, 0, width, height);
}
