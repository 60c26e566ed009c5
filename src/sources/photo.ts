import { captureElement } from './capture.ts';
import type { FrameSource } from './source.ts';

/** A still is offered ten times a second, so that smoothing settles and nothing is wasted. */
const INTERVAL_MS = 100;
/** Larger photos are scaled down: no face gains from more. */
const LONGEST_SIDE = 1920;

/** Rejects where the browser cannot decode the file as an image. */
export async function openPhoto(file: File): Promise<FrameSource> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const view = drawScaled(bitmap);
  bitmap.close();
  return {
    info: {
      kind: 'file',
      label: file.name,
      mirrored: false,
      size: { width: view.width, height: view.height },
    },
    view,
    start(events) {
      const timer = setInterval(() => {
        events.frame(performance.now());
      }, INTERVAL_MS);
      return () => {
        clearInterval(timer);
      };
    },
    capture: () => captureElement(view),
    truth: () => null,
    close: () => undefined,
  };
}

function drawScaled(bitmap: ImageBitmap): HTMLCanvasElement {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}
