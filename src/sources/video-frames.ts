/**
 * Calls back once for every frame a video presents, with when it was captured on the
 * `performance.now()` clock (a camera's capture time where the browser knows it).
 * Returns what stops it. Browsers pause it while the page is hidden.
 */
export function onVideoFrames(
  video: HTMLVideoElement,
  callback: (capturedAt: number) => void,
): () => void {
  return 'requestVideoFrameCallback' in video
    ? onPresentedFrames(video, callback)
    : onAdvancedFrames(video, callback);
}

function onPresentedFrames(video: HTMLVideoElement, callback: (capturedAt: number) => void) {
  let handle = video.requestVideoFrameCallback(presented);
  function presented(now: number, frame: VideoFrameCallbackMetadata): void {
    handle = video.requestVideoFrameCallback(presented);
    callback(plausible(frame.captureTime, now) ?? now);
  }
  return () => {
    video.cancelVideoFrameCallback(handle);
  };
}

/** A capture time as it may be: just before `now`. Undefined where the clocks do not agree. */
function plausible(captureTime: number | undefined, now: number): number | undefined {
  if (captureTime === undefined) return undefined;
  return Math.abs(now - captureTime) < 1000 ? captureTime : undefined;
}

/** For browsers without requestVideoFrameCallback: a frame is new when the video's clock has moved. */
function onAdvancedFrames(video: HTMLVideoElement, callback: (capturedAt: number) => void) {
  let last = -1;
  let handle = requestAnimationFrame(step);
  function step(now: number): void {
    handle = requestAnimationFrame(step);
    if (video.currentTime === last) return;
    last = video.currentTime;
    callback(now);
  }
  return () => {
    cancelAnimationFrame(handle);
  };
}
