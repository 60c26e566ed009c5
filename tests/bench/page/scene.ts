import { mulberry32 } from '../../../src/core/math/random.ts';
import type { Box } from '../../../src/core/geometry/shapes.ts';
import type { FaceCount, Photos } from '../subjects.ts';

const SIZE = { width: 640, height: 480 };

/** Frames of one way round; the path is closed, so that no frame jumps. */
export const ROUND = 60;

/** How far heads move from the middle, in pixels. */
const SWAY = { x: 12, y: 6 };

const HALF = { width: 320, height: 240 };

/** Where each person is seen: one fills the frame, two and four have a quarter of it each. */
const PLACES: Readonly<Record<FaceCount, readonly Box[]>> = {
  1: [{ x: 0, y: 0, ...SIZE }],
  2: [
    { x: 0, y: 120, ...HALF },
    { x: 320, y: 120, ...HALF },
  ],
  4: [
    { x: 0, y: 0, ...HALF },
    { x: 320, y: 0, ...HALF },
    { x: 0, y: 240, ...HALF },
    { x: 320, y: 240, ...HALF },
  ],
};

/** How far noise takes a pixel from its value, in values of 0..255: a webcam's in a lit room. */
const NOISE = 4;

export type Picture = HTMLCanvasElement;

/** Draws frames of one, two or four people who sway; one canvas, drawn anew for every frame. */
export class Scene {
  readonly picture: Picture;
  readonly #context: CanvasRenderingContext2D;
  readonly #photos: readonly ImageBitmap[];

  private constructor(photos: readonly ImageBitmap[]) {
    this.picture = Object.assign(document.createElement('canvas'), SIZE);
    // Kept in main memory, where every library reads it.
    const context = this.picture.getContext('2d', { willReadFrequently: true, alpha: false });
    if (context === null) throw new Error('there is no canvas to draw on');
    this.#context = context;
    this.#photos = photos;
  }

  static async of(photos: Photos): Promise<Scene> {
    return new Scene(await Promise.all(photos.map(decode)));
  }

  draw(faces: FaceCount, frame: number): void {
    this.drawNobody();
    for (const [i, place] of PLACES[faces].entries()) {
      this.#drawPerson(this.#photos[i]!, place, (2 * Math.PI * frame) / ROUND + i);
    }
  }

  drawNobody(): void {
    this.#context.fillStyle = 'slategrey';
    this.#context.fillRect(0, 0, SIZE.width, SIZE.height);
  }

  /** Noise over what is drawn, another one for every seed: no two frames of a camera are equal. */
  addNoise(seed: number): void {
    const image = this.#context.getImageData(0, 0, SIZE.width, SIZE.height);
    const random = mulberry32(seed);
    for (let i = 0; i < image.data.length; i++) {
      if (i % 4 !== 3) image.data[i]! += (random() % (2 * NOISE + 1)) - NOISE;
    }
    this.#context.putImageData(image, 0, 0);
  }

  #drawPerson(photo: ImageBitmap, place: Box, phase: number): void {
    const context = this.#context;
    // Larger than its place by the sway, so that no edge comes into sight.
    const scale = Math.max(
      (place.width + 2 * SWAY.x) / photo.width,
      (place.height + 2 * SWAY.y) / photo.height,
    );
    const [width, height] = [photo.width * scale, photo.height * scale];
    const left = place.x + (place.width - width) / 2 + SWAY.x * Math.sin(phase);
    const top = place.y + (place.height - height) / 2 + SWAY.y * Math.sin(2 * phase);
    context.save();
    context.beginPath();
    context.rect(place.x, place.y, place.width, place.height);
    context.clip();
    context.drawImage(photo, left, top, width, height);
    context.restore();
  }
}

function decode(jpeg: string): Promise<ImageBitmap> {
  const bytes = Uint8Array.from(atob(jpeg), (letter) => letter.charCodeAt(0));
  return createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
}
