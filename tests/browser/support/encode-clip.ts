import {
  BufferTarget,
  CanvasSource,
  Output,
  Quality,
  WebMOutputFormat,
  type VideoCodec,
} from 'mediabunny';
import type { Point, Size } from '../../../src/core/geometry/shapes.ts';

/** A picture held for so many frames; without a picture an empty wall. */
export interface Take {
  /** A JPEG in base64. */
  readonly jpeg: string | null;
  readonly frames: number;
}

export interface ClipRecipe {
  readonly codec: VideoCodec;
  readonly size: Size;
  /** Frames a second. */
  readonly rate: number;
  /** How far the picture moves to either side of the middle, in pixels, there and back. */
  readonly sway: number;
  readonly takes: readonly Take[];
}

/** Frames of one way there and back. */
const ROUND = 60;

/** Runs in a browser. @returns a WebM in base64. */
export async function encodeClip(recipe: ClipRecipe): Promise<string> {
  const { codec, size, rate, sway, takes } = recipe;
  const canvas = Object.assign(document.createElement('canvas'), size);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('there is no canvas to draw on');
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new CanvasSource(canvas, { codec, quality: new Quality('high') });
  output.addVideoTrack(source, { frameRate: rate });
  await output.start();
  let frame = 0;
  for (const { jpeg, frames } of takes) {
    const picture = jpeg === null ? null : await decode(jpeg);
    for (let i = 0; i < frames; i++) {
      const phase = (2 * Math.PI * frame) / ROUND;
      draw(context, picture, { x: sway * Math.sin(phase), y: (sway / 2) * Math.sin(2 * phase) });
      await source.add(frame / rate, 1 / rate);
      frame += 1;
    }
    picture?.close();
  }
  await output.finalize();
  return base64(new Uint8Array(target.buffer ?? new ArrayBuffer(0)));
}

/** The picture fills the frame, its middle at `offset` from the frame's. */
function draw(context: CanvasRenderingContext2D, picture: ImageBitmap | null, offset: Point): void {
  const { canvas } = context;
  context.fillStyle = 'slategrey';
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (picture === null) return;
  const scale = Math.max(canvas.width / picture.width, canvas.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const left = (canvas.width - width) / 2 + offset.x;
  const top = (canvas.height - height) / 2 + offset.y;
  context.drawImage(picture, left, top, width, height);
}

function decode(jpeg: string): Promise<ImageBitmap> {
  const bytes = Uint8Array.from(atob(jpeg), (letter) => letter.charCodeAt(0));
  return createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
