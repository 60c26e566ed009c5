import { paint, scaledCanvas } from './canvas-player.ts';
import { captureElement } from './capture-element.ts';
import type { FrameSource } from './source.ts';

/** A still is offered ten times a second, so that smoothing settles and nothing is wasted. */
const INTERVAL_MS = 100;

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
  const canvas = scaledCanvas(bitmap.width, bitmap.height);
  paint(canvas, bitmap);
  return canvas;
}
