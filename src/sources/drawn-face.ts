import type { PerEmotion } from '../core/blemore/emotions.ts';
import type { Size } from '../core/geometry/shapes.ts';
import type { FrameImage } from '../analyser/messages.ts';
import { drawFace } from './drawn/draw-face.ts';
import { poseAt } from './drawn/pose.ts';
import { keptParts } from './drawn/still-parts.ts';
import type { FrameSource } from './source.ts';

const SIZE: Size = { width: 1280, height: 720 };
const FRAMES_PER_SECOND = 30;

/**
 * A person drawn on a canvas who plays a fixed programme of expressions, 30 pictures a second while
 * the page is visible. Throws where the browser gives no 2D canvas.
 */
export function openDrawnFace(): FrameSource {
  const view = document.createElement('canvas');
  view.width = SIZE.width;
  view.height = SIZE.height;
  const draw = drawingOn(view);
  let newest: Picture | null = draw(0);
  let stop = (): void => undefined;

  return {
    info: { kind: 'drawn', label: null, mirrored: false, size: SIZE },
    view,
    start(events) {
      stop();
      stop = everyPicture((seconds) => {
        newest = draw(seconds);
        events.frame(newest.capturedAt);
      });
      return stop;
    },
    capture: () => (newest ? pictureOf(view, newest.capturedAt) : Promise.resolve(null)),
    truth: () => newest?.truth ?? null,
    close() {
      stop();
      newest = null;
    },
  };
}

interface Picture {
  readonly truth: PerEmotion;
  /** `performance.now()` milliseconds. */
  readonly capturedAt: number;
}

/** Draws the programme's picture at a time in seconds. */
function drawingOn(canvas: HTMLCanvasElement): (seconds: number) => Picture {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no 2D canvas');
  const still = keptParts(SIZE);
  return (seconds) => {
    const pose = poseAt(seconds);
    drawFace(context, SIZE, pose, still);
    return { truth: pose.shares, capturedAt: performance.now() };
  };
}

/** Calls with the seconds since the first picture, in steps of one picture; returns what stops it. */
function everyPicture(show: (seconds: number) => void): () => void {
  let first: number | null = null;
  let shown = -1;
  let request = requestAnimationFrame(step);
  function step(now: number): void {
    request = requestAnimationFrame(step);
    first ??= now;
    const picture = Math.floor(((now - first) * FRAMES_PER_SECOND) / 1000);
    if (picture === shown) return;
    shown = picture;
    show(picture / FRAMES_PER_SECOND);
  }
  return () => {
    cancelAnimationFrame(request);
  };
}

async function pictureOf(canvas: HTMLCanvasElement, capturedAt: number): Promise<FrameImage> {
  if (!('VideoFrame' in globalThis)) return createImageBitmap(canvas);
  return new VideoFrame(canvas, { timestamp: Math.round(capturedAt * 1000) });
}
