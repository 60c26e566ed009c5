import { translation } from '../../src/core/geometry/affine.ts';
import type { RgbaImage } from '../../src/core/image/pixels.ts';
import type { FaceCrops } from '../../src/analyser/crop/cropper.ts';
import { pictureOf } from './pictures.ts';

/** Images of the encoder's size, one above the other in a picture, under the ids 1, 2, 3 … */
export function byId(...images: readonly RgbaImage[]): FaceCrops {
  const { width, height } = images[0]!;
  const data = new Uint8ClampedArray(images.length * 4 * width * height);
  images.forEach((image, i) => {
    data.set(image.data, i * 4 * width * height);
  });
  return {
    picture: pictureOf({ width, height: images.length * height, data }),
    toFrame: new Map(images.map((_, i) => [i + 1, translation(0, i * height)])),
  };
}
