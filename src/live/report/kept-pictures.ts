import { scaling, type Affine } from '../../core/geometry/affine.ts';
import { rgbaOfCrop } from '../../core/image/crop-pixels.ts';
import type { CropImage } from '../../core/image/pixels.ts';
import type { FrameImage } from '../../analyser/messages.ts';
import type { KeptPicture } from './frame-recorder.ts';

/** Larger frames are scaled down: no face gains from more. */
const LONGEST_SIDE = 1280;

/** What an encoder was given, in 256 steps. */
export function keepCrop(crop: CropImage, toFrame: Affine): KeptPicture {
  const { size } = crop;
  const pixels = rgbaOfCrop(crop);
  return {
    toFrame: () => toFrame,
    bytes: pixels.length,
    png() {
      const { canvas, context } = canvasOf(size, size);
      context.putImageData(new ImageData(pixels, size, size), 0, 0);
      return pngOf(canvas);
    },
  };
}

/** A whole frame. It is drawn before this returns: the frame may be handed over then. */
export async function keepFrame(image: FrameImage): Promise<KeptPicture> {
  const [width, height] =
    'displayWidth' in image
      ? [image.displayWidth, image.displayHeight]
      : [image.width, image.height];
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const { canvas, context } = canvasOf(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await pngOf(canvas);
  return {
    toFrame: (frame) => scaling(frame.width / canvas.width, frame.height / canvas.height),
    bytes: png.size,
    png: () => Promise.resolve(png),
  };
}

function canvasOf(width: number, height: number) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D canvas');
  return { canvas, context };
}

function pngOf(canvas: OffscreenCanvas): Promise<Blob> {
  return canvas.convertToBlob({ type: 'image/png' });
}
