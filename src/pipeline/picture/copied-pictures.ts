import type { Size } from '../../core/geometry.ts';
import type { OwnImage, RgbaImage } from '../../core/pixels.ts';
import { shrink } from '../../core/shrink.ts';
import type { FrameImage } from '../messages.ts';
import { LONGEST_SIDE, type Part, type Picture, type Pictures, type View } from './picture.ts';

/** What newer browsers say of how a frame is to be turned before it is shown. */
interface Orientation {
  readonly rotation?: number;
  readonly flip?: boolean;
}

/**
 * Pictures that are copied out of video frames into main memory, which takes a quarter of the time
 * that drawing them and reading them back does. The memory is the same for all.
 */
export class CopiedPictures implements Pictures {
  #memory = new Uint8ClampedArray();

  /** Whether this is a video frame that is shown as it is stored, pixel by pixel. */
  suits(image: FrameImage): boolean {
    if (!('copyTo' in image) || image.visibleRect === null) return false;
    const { visibleRect, displayWidth, displayHeight } = image;
    const { rotation = 0, flip = false } = image as VideoFrame & Orientation;
    return (
      rotation === 0 &&
      !flip &&
      visibleRect.width === displayWidth &&
      visibleRect.height === displayHeight &&
      Math.max(displayWidth, displayHeight) <= LONGEST_SIDE
    );
  }

  async take(image: FrameImage): Promise<Picture> {
    if (!('copyTo' in image)) throw new TypeError('There is nothing to copy but of video frames.');
    const { displayWidth: width, displayHeight: height } = image;
    const bytes = 4 * width * height;
    if (this.#memory.length !== bytes) this.#memory = new Uint8ClampedArray(bytes);
    await image.copyTo(this.#memory, { format: 'RGBA' });
    return new CopiedPicture(image, { width, height, data: this.#memory });
  }
}

class CopiedPicture implements Picture {
  readonly frame: FrameImage;
  readonly size: Size;
  readonly #image: RgbaImage;

  constructor(frame: FrameImage, image: RgbaImage) {
    this.frame = frame;
    this.size = { width: image.width, height: image.height };
    this.#image = image;
  }

  shrunk(longest: number): OwnImage {
    return shrink(this.#image, longest);
  }

  glance(): View {
    return this;
  }

  read(): Part {
    return { image: this.#image, corner: { x: 0, y: 0 } };
  }
}
