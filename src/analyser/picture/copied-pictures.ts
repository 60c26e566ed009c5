import type { Size } from '../../core/geometry/shapes.ts';
import type { OwnImage, RgbaImage } from '../../core/image/pixels.ts';
import { shrink } from '../../core/image/shrink.ts';
import type { FrameImage } from '../messages.ts';
import {
  LONGEST_GLANCE,
  LONGEST_SIDE,
  type Part,
  type Picture,
  type Pictures,
  type View,
} from './picture.ts';

/** What newer browsers say of how a frame is to be turned before it is shown. */
interface Orientation {
  readonly rotation?: number;
  readonly flip?: boolean;
}

/** What all pictures share, one after the other. */
interface Memory {
  full: Uint8ClampedArray<ArrayBuffer>;
  /** For thumbnails. */
  small: ArrayBuffer | null;
}

/**
 * Pictures that are copied out of video frames into main memory, which takes a quarter of the time
 * that drawing them and reading them back does.
 */
export class CopiedPictures implements Pictures {
  readonly #memory: Memory = { full: new Uint8ClampedArray(), small: null };

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
    const memory = this.#memory;
    if (memory.full.length !== bytes) memory.full = new Uint8ClampedArray(bytes);
    await image.copyTo(memory.full, { format: 'RGBA' });
    return new CopiedPicture(image, { width, height }, memory);
  }
}

class CopiedPicture implements Picture {
  readonly frame: FrameImage;
  readonly size: Size;
  readonly #image: RgbaImage;
  readonly #memory: Memory;
  /** Both are made when the thumbnail is first asked for. */
  #small: OwnImage | null = null;
  #thumbnail: View | null = null;

  constructor(frame: FrameImage, size: Size, memory: Memory) {
    this.frame = frame;
    this.size = size;
    this.#image = { ...size, data: memory.full };
    this.#memory = memory;
  }

  shrunk(longest: number, memory: ArrayBuffer | null): OwnImage {
    const made = longest === LONGEST_GLANCE ? this.#small : null;
    return made === null ? shrink(this.#image, longest, memory) : copyOf(made, memory);
  }

  thumbnail(): View {
    return (this.#thumbnail ??= this.#makeThumbnail());
  }

  read(): Part {
    return { image: this.#image, corner: { x: 0, y: 0 } };
  }

  #makeThumbnail(): View {
    const image = shrink(this.#image, LONGEST_GLANCE, this.#memory.small);
    this.#memory.small = image.data.buffer;
    this.#small = image;
    return { size: image, read: () => ({ image, corner: { x: 0, y: 0 } }) };
  }
}

/** In `memory` where that fits. */
function copyOf({ data, width, height }: OwnImage, memory: ArrayBuffer | null): OwnImage {
  if (memory?.byteLength !== data.byteLength) return { data: data.slice(), width, height };
  const copy = new Uint8ClampedArray(memory);
  copy.set(data);
  return { data: copy, width, height };
}
