import { compose, scaling, translation, type Affine } from '../core/affine.ts';
import { cropTransform, type FaceCropSpec } from '../core/alignment.ts';
import { displacement } from '../core/displacement.ts';
import type { Face } from '../core/face.ts';
import type { Point } from '../core/geometry.ts';
import { moveBy } from '../core/movement.ts';
import type { CropImage } from '../core/pixels.ts';
import { cut } from './crop/cut.ts';
import type { Picture, View } from './picture/picture.ts';

/** From the brows to the mouth, in so many pixels that noise averages out. */
const LOOK: FaceCropSpec = { kind: 'face', eyes: { x: 0.5, y: 0.3, distance: 0.45 } };
const LOOK_SIZE = 12;

/** A face and what it looked like, to know it by in the next frames. */
export interface Look {
  readonly face: Face;
  /** From the image's pixels to the frame's. */
  readonly toFrame: Affine;
  readonly image: CropImage;
}

/** Where a face has moved to. */
export interface Followed {
  readonly face: Face;
  /** How far that is from where it was guessed to be, in pixels of the look. */
  readonly missed: number;
  /** How much it has changed its look: mean absolute difference, of 255. */
  readonly change: number;
}

/** A frame seen in the cheapest way in which faces can be told apart. */
export class Glance {
  readonly #view: View;
  readonly #toView: Affine;

  constructor(picture: Picture) {
    this.#view = picture.glance();
    this.#toView = scaling(
      this.#view.size.width / picture.size.width,
      this.#view.size.height / picture.size.height,
    );
  }

  /** What a face looks like in this frame. */
  look(face: Face): Look {
    const toFrame = cropTransform(face.keypoints, LOOK, LOOK_SIZE);
    return { face, toFrame, image: this.#cut(toFrame) };
  }

  /** Follows a face to this frame by its look, from where it should be if it has moved by `guess`. */
  follow({ face, toFrame, image }: Look, guess: Point): Followed {
    const now = this.#cut(compose(translation(guess.x, guess.y), toFrame));
    const { by, unlikeness } = displacement(image, now);
    const moved = {
      x: guess.x + toFrame.a * by.x + toFrame.c * by.y,
      y: guess.y + toFrame.b * by.x + toFrame.d * by.y,
    };
    return { face: moveBy(face, moved), missed: Math.hypot(by.x, by.y), change: unlikeness };
  }

  #cut(toFrame: Affine): CropImage {
    return cut(this.#view, compose(this.#toView, toFrame), LOOK_SIZE, 1);
  }
}
