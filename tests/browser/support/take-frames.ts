import type { RgbaImage } from '../../../src/core/image/pixels.ts';
import { openClip } from '../../../src/sources/clip/open-clip.ts';
import { CanvasPictures } from '../../../src/analyser/picture/canvas-pictures.ts';
import { CopiedPictures } from '../../../src/analyser/picture/copied-pictures.ts';
import type { Picture } from '../../../src/analyser/picture/picture.ts';

export interface Difference {
  /** As the decoder or the canvas stores the frame. */
  readonly format: string | null;
  readonly suits: boolean;
  /** Of any channel of any pixel, in 0..255. */
  readonly most: number;
  /** Of the small pictures for the detector, which are made in two ways: the mean of all channels. */
  readonly mean: number;
}

const LONGEST = 320;

function whole(picture: Picture): RgbaImage {
  return picture.read({ x: 0, y: 0, ...picture.size }).image;
}

function differences(one: RgbaImage, other: RgbaImage): number[] {
  if (one.width !== other.width || one.height !== other.height) {
    throw new Error(`${one.width} × ${one.height} and ${other.width} × ${other.height}`);
  }
  return Array.from(one.data, (value, i) => Math.abs(value - other.data[i]!));
}

async function difference(frame: VideoFrame): Promise<Difference> {
  const [copies, draws] = [new CopiedPictures(), new CanvasPictures(true)];
  const [copied, drawn] = [await copies.take(frame), await draws.take(frame)];
  const small = differences(copied.shrunk(LONGEST, null), drawn.shrunk(LONGEST, null));
  return {
    format: frame.format,
    suits: copies.suits(frame),
    most: differences(whole(copied), whole(drawn)).reduce((most, value) => Math.max(most, value)),
    mean: small.reduce((sum, value) => sum + value) / small.length,
  };
}

/** Runs in a browser: how far a copied picture of each frame of a clip is from a drawn one. */
export async function ofClip(base64: string): Promise<Difference[]> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const clip = await openClip(new Blob([bytes]));
  const found: Difference[] = [];
  for await (const { image } of clip.frames(1)) {
    found.push(await difference(image));
    image.close();
  }
  clip.close();
  return found;
}

/** Runs in a browser: the same of a canvas, as the drawn face is one. */
export async function ofCanvas(): Promise<Difference> {
  const context = new OffscreenCanvas(640, 480).getContext('2d');
  if (context === null) throw new Error('there is no canvas to draw on');
  const colors = context.createLinearGradient(0, 0, 640, 480);
  for (const [place, color] of ['red', 'gold', 'teal', 'navy'].entries()) {
    colors.addColorStop(place / 3, color);
  }
  context.fillStyle = colors;
  context.fillRect(0, 0, 640, 480);
  const frame = new VideoFrame(context.canvas, { timestamp: 0 });
  const found = await difference(frame);
  frame.close();
  return found;
}
