import type { FrameImage } from '../analyser/messages.ts';

/** The element's current picture, owned by the caller, who closes or transfers it. */
export async function captureElement(
  element: HTMLVideoElement | HTMLCanvasElement,
): Promise<FrameImage> {
  if (!('VideoFrame' in globalThis)) return createImageBitmap(element);
  return new VideoFrame(element, { timestamp: Math.round(performance.now() * 1000) });
}
