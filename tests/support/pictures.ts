import type { Box } from '../../src/core/geometry/shapes.ts';
import type { RgbaImage } from '../../src/core/image/pixels.ts';
import type { Part, Picture } from '../../src/analyser/picture/picture.ts';

function unasked(): never {
  throw new Error('Nobody should ask for this.');
}

/** A picture that has what is given, and throws where anything else is asked for. */
export function picture(parts: Partial<Picture>): Picture {
  return {
    size: { width: 640, height: 360 },
    read: unasked,
    thumbnail: unasked,
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
