import { cameraVideo, shareCounts } from './camera-page.ts';

/** A camera in a bare video element: what the processor time of the others is counted from. */
const video = await cameraVideo();
const counts = shareCounts();
// Once is enough to say that it plays: counting costs time, too.
video.requestVideoFrameCallback(() => {
  counts.frames += 1;
});
