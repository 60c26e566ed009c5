import { compose, scaling, translation, type Affine } from '../../core/geometry/affine.ts';
import { cropTransform, type FaceCropSpec } from '../../core/geometry/alignment.ts';
import { cropBounds } from '../../core/image/bounds.ts';
import { displacement } from '../../core/image/displacement.ts';
import type { Face } from '../../core/tracking/face.ts';
import type { Point } from '../../core/geometry/shapes.ts';
import { moveBy } from '../../core/tracking/movement.ts';
import type { CropImage } from '../../core/image/pixels.ts';
import { pointMeans } from '../../core/image/point-means.ts';
import { cut } from '../crop/cut.ts';
import type { Picture, View } from '../picture/picture.ts';

/** From the brows to the mouth, in so many pixels that noise averages out. */
const TEMPLATE_CROP: FaceCropSpec = { kind: 'face', eyes: { x: 0.5, y: 0.3, distance: 0.45 } };
const TEMPLATE_SIZE = 12;
const TEMPLATE = { size: TEMPLATE_SIZE, channels: 1, resampling: 'area' } as const;
/** From above the hair to below the collar, in parts as large as half an eye's distance to the other. */
const HEAD_CROP: FaceCropSpec = { kind: 'face', eyes: { x: 0.5, y: 0.4, distance: 0.2 } };
const HEAD_SIZE = 8;
/** Pixels that are looked at along a side of each part. */
const HEAD_POINTS = 3;

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

  /** What the head of a face looks like in this frame, as far as it tells people apart. */
  head({ keypoints }: Face): CropImage {
    const toView = compose(this.#toView, cropTransform(keypoints, HEAD_CROP, HEAD_SIZE));
    const { image, corner } = this.#view.read(cropBounds(toView, HEAD_SIZE, this.#view.size));
    const toPart = compose(translation(-corner.x, -corner.y), toView);
    return pointMeans(image, toPart, HEAD_SIZE, HEAD_POINTS);
  }

  #cut(toFrame: Affine): CropImage {
    return cut(this.#view, compose(this.#toView, toFrame), TEMPLATE);
  }
}
