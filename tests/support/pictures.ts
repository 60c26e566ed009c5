import type { Box } from '../../src/core/geometry/shapes.ts';
import type { RgbaImage } from '../../src/core/image/pixels.ts';
import type { Part, Picture, View } from '../../src/analyser/picture/picture.ts';

function unasked(): never {
  throw new Error('Nobody should ask for this.');
}

/** Nothing to see anywhere. */
const PLAIN: View = {
  size: { width: 1, height: 1 },
  read: () => ({
    image: { width: 1, height: 1, data: new Uint8ClampedArray(4) },
    corner: { x: 0, y: 0 },
  }),
};

/** A picture that has what is given, a plain thumbnail, and throws where anything else is asked for. */
export function picture(parts: Partial<Picture>): Picture {
  return {
    size: { width: 640, height: 360 },
    read: unasked,
    thumbnail: () => PLAIN,
    shrunk: unasked,
    get frame(): never {
      return unasked();
    },
    ...parts,
  };
}

/** A picture with the pixels of an image. */
export function pictureOf({ width, height, data }: RgbaImage): Picture {
  const read = (box: Box): Part => {
    const part = new Uint8ClampedArray(4 * box.width * box.height);
    for (let row = 0; row < box.height; row++) {
      const start = 4 * ((box.y + row) * width + box.x);
      part.set(data.subarray(start, start + 4 * box.width), 4 * row * box.width);
    }
    return { image: { width: box.width, height: box.height, data: part }, corner: box };
  };
  return picture({ size: { width, height }, read });
}
