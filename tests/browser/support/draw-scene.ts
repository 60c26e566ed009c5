import { sharesOf } from '../../../src/sources/drawn/expression.ts';
import type { Expression } from '../../../src/sources/drawn/expression.ts';
import { drawFace } from '../../../src/sources/drawn/draw-face.ts';
import { LOOKS } from '../../../src/sources/drawn/looks.ts';
import { unitsOf } from '../../../src/sources/drawn/prototypes.ts';

/** Faces side by side that hold still; none is an empty room. */
export interface Scene {
  readonly faces: readonly Expression[];
  readonly seconds: number;
  /** A CSS colour laid over the picture, as another light would be. */
  readonly tint?: string;
  /** By how many pixels of 640 the faces are further right. */
  readonly right?: number;
}

const SIZE = { width: 640, height: 480 };

function canvasWith(
  faces: readonly Expression[],
  tint = 'transparent',
  right = 0,
): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), SIZE);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('there is no canvas to draw on');
  context.fillStyle = 'slategrey';
  context.fillRect(0, 0, SIZE.width, SIZE.height);
  context.translate(right, 0);
  const part = { width: SIZE.width / Math.max(1, faces.length), height: SIZE.height };
  faces.forEach((expression, i) => {
    context.save();
    context.beginPath();
    context.rect(0, 0, part.width, part.height);
    context.clip();
    drawFace(context, part, {
      look: LOOKS[i % LOOKS.length]!,
      units: unitsOf(sharesOf(expression)),
    });
    context.restore();
    context.translate(part.width, 0);
  });
  context.resetTransform();
  context.fillStyle = tint;
  context.fillRect(0, 0, SIZE.width, SIZE.height);
  return canvas;
}

/** Runs in a browser. @returns a JPEG as a data address, 640 × 480. */
export function drawScene({ faces, tint, right }: Scene): string {
  return canvasWith(faces, tint, right).toDataURL('image/jpeg', 0.92);
}

/** Fifteen pictures a second. */
const EVERY_MS = 66;

let scene = canvasWith([]);

/** Runs in a browser: from now on these are in front of the camera. */
export function show(faces: readonly Expression[]): void {
  scene = canvasWith(faces);
}

/** Runs in a browser, whose camera films what is shown from now on. */
export function replaceCamera(): void {
  MediaDevices.prototype.getUserMedia = () => {
    const canvas = Object.assign(document.createElement('canvas'), SIZE);
    const context = canvas.getContext('2d');
    const timer = setInterval(() => {
      context?.drawImage(scene, 0, 0);
    }, EVERY_MS);
    const stream = canvas.captureStream();
    const [track] = stream.getVideoTracks();
    const stop = track!.stop.bind(track);
    track!.stop = () => {
      clearInterval(timer);
      stop();
    };
    return Promise.resolve(stream);
  };
}
