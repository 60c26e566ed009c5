import { compose, scaling, translation, type Affine } from '../../core/geometry/affine.ts';
import { cropTransform, type FaceCropSpec } from '../../core/geometry/alignment.ts';
import { displacement } from '../../core/image/displacement.ts';
import type { Face } from '../../core/tracking/face.ts';
import type { Point } from '../../core/geometry/shapes.ts';
import { moveBy } from '../../core/tracking/movement.ts';
import type { CropImage } from '../../core/image/pixels.ts';
import { cut } from '../crop/cut.ts';
import type { Picture, View } from '../picture/picture.ts';

/** From the brows to the mouth, in so many pixels that noise averages out. */
const TEMPLATE_CROP: FaceCropSpec = { kind: 'face', eyes: { x: 0.5, y: 0.3, distance: 0.45 } };
const TEMPLATE_SIZE = 12;
const TEMPLATE = { size: TEMPLATE_SIZE, channels: 1, resampling: 'area' } as const;
/** Where there is less to see, of 255, noise is not taken for a difference. */
const LEAST_CONTRAST = 4;

/** A face and what it looked like, to know it by in the next frames. */
export interface FaceTemplate {
  readonly face: Face;
  /** From the image's pixels to the frame's. */
  readonly toFrame: Affine;
  readonly image: CropImage;
}

/** Where a face has moved to. */
export interface Followed {
  readonly face: Face;
  /** How far that is from where it was guessed to be, in pixels of the template. */
  readonly missed: number;
  /** How much its look has changed: mean absolute difference, of 255. */
  readonly change: number;
}

/**
 * How much two templates of one size differ, each aligned by its own face's eyes: the mean absolute
 * difference that no shift explains, as a share of their contrast.
 */
export function difference(one: CropImage, other: CropImage): number {
  const contrast = (contrastOf(one) + contrastOf(other)) / 2;
  return displacement(one, other).residual / Math.max(LEAST_CONTRAST, contrast);
}

/** Mean absolute difference to the mean, of 255. */
function contrastOf({ data }: CropImage): number {
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  return data.reduce((sum, value) => sum + Math.abs(value - mean), 0) / data.length;
}

/** A frame seen in the cheapest way in which faces can be told apart. */
export class Thumbnail {
  readonly #view: View;
  readonly #toView: Affine;

  constructor(picture: Picture) {
    this.#view = picture.thumbnail();
    this.#toView = scaling(
      this.#view.size.width / picture.size.width,
      this.#view.size.height / picture.size.height,
    );
  }

  /** What a face looks like in this frame. */
  template(face: Face): FaceTemplate {
    const toFrame = cropTransform(face.keypoints, TEMPLATE_CROP, TEMPLATE_SIZE);
    return { face, toFrame, image: this.#cut(toFrame) };
  }

  /** Follows a face to this frame by its template, from where it should be if it has moved by `guess`. */
  follow({ face, toFrame, image }: FaceTemplate, guess: Point): Followed {
    const now = this.#cut(compose(translation(guess.x, guess.y), toFrame));
    const { by, residual } = displacement(image, now);
    const moved = {
      x: guess.x + toFrame.a * by.x + toFrame.c * by.y,
      y: guess.y + toFrame.b * by.x + toFrame.d * by.y,
    };
    return { face: moveBy(face, moved), missed: Math.hypot(by.x, by.y), change: residual };
  }

  #cut(toFrame: Affine): CropImage {
    return cut(this.#view, compose(this.#toView, toFrame), TEMPLATE);
  }
}
