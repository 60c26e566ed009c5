import type { FileProblem } from '../core/media/file-problem.ts';
import { captureElement } from './capture-element.ts';
import { watchFilm } from './watch-film.ts';
import type { FrameSource, SourceEvents } from './source.ts';
import { firstPicture, silentVideo } from './video-element.ts';
import { onVideoFrames } from './video-frames.ts';

/** Rejects where the browser cannot decode the file as a video. */
export async function openVideo(file: File): Promise<FrameSource> {
  const view = silentVideo();
  const url = URL.createObjectURL(file);
  /** It may fail before anybody listens: it plays while the analyser is still built. */
  let untold: FileProblem | null = null;
  let events: SourceEvents | null = null;
  const tell = (problem: FileProblem): void => {
    untold = events === null ? problem : null;
    events?.notice({ kind: 'film-incomplete', name: file.name, problem });
  };
  let stopWatch = (): void => undefined;
  const close = (): void => {
    stopWatch();
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
  stopWatch = watchFilm(view, file, tell);
  return {
    info: {
      kind: 'file',
      label: file.name,
      mirrored: false,
      size: { width: view.videoWidth, height: view.videoHeight },
    },
    view,
    start(listener) {
      events = listener;
      if (untold !== null) tell(untold);
      const stopFrames = onVideoFrames(view, (capturedAt) => {
        listener.frame(capturedAt);
      });
      return () => {
        stopFrames();
        events = null;
      };
    },
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
