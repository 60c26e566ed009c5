import { captureElement } from './capture-element.ts';
import type { FrameSource } from './source.ts';
import { firstPicture, silentVideo } from './video-element.ts';
import { onVideoFrames } from './video-frames.ts';

/** Rejects where the browser cannot decode the file as a video. */
export async function openVideo(file: File): Promise<FrameSource> {
  const view = silentVideo();
  const url = URL.createObjectURL(file);
  const close = (): void => {
    view.removeAttribute('src');
    view.load();
    URL.revokeObjectURL(url);
  };
  try {
    await playLooped(view, url);
  } catch (error) {
    close();
    throw error;
  }
  return {
    info: {
      kind: 'file',
      label: file.name,
      mirrored: false,
      size: { width: view.videoWidth, height: view.videoHeight },
    },
    view,
    start: (events) =>
      onVideoFrames(view, (capturedAt) => {
        events.frame(capturedAt);
      }),
    capture: () => captureElement(view),
    truth: () => null,
    close,
  };
}

async function playLooped(view: HTMLVideoElement, url: string): Promise<void> {
  view.loop = true;
  view.src = url;
  await firstPicture(view);
  // A sound file decodes too, and has nothing to show.
  if (view.videoWidth === 0) throw new Error('no picture');
  await view.play();
}
