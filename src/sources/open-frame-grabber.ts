import { captureElement } from './capture-element.ts';
import type { FrameGrabber } from './frame-grabber.ts';
import { TrackFrames, trackProcessor } from './track-frames.ts';
import { onVideoFrames } from './video-frames.ts';

/**
 * Taps the track where the browser can, else what the element shows of it. `callback` is called for
 * every frame, with when it was captured, on `performance.now()`'s clock.
 */
export function openFrameGrabber(
  track: MediaStreamTrack,
  view: HTMLVideoElement,
  callback: (capturedAt: number) => void,
): FrameGrabber {
  const Processor = trackProcessor();
  return Processor === null
    ? grabFromView(view, callback)
    : new TrackFrames(Processor, track, callback);
}

function grabFromView(
  view: HTMLVideoElement,
  callback: (capturedAt: number) => void,
): FrameGrabber {
  const close = onVideoFrames(view, callback);
  return {
    async take() {
      const ready = view.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
      return ready ? captureElement(view) : null;
    },
    close,
  };
}
