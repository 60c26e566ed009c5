import {
  BufferTarget,
  CanvasSource,
  Output,
  Quality,
  WebMOutputFormat,
  type VideoCodec,
} from 'mediabunny';

/** A picture held for so many frames; without a picture an empty wall. */
export interface Take {
  /** A JPEG in base64. */
  readonly jpeg: string | null;
  readonly frames: number;
}

export interface ClipRecipe {
  readonly codec: VideoCodec;
  /** How much the picture moves from frame to frame, in pixels. */
  readonly drift: number;
  readonly takes: readonly Take[];
}

const SIZE = { width: 320, height: 240 };
const RATE = 10;

/** Runs in a browser. @returns a WebM in base64: 320 × 240, ten frames a second. */
export async function encodeClip({ codec, drift, takes }: ClipRecipe): Promise<string> {
  const canvas = Object.assign(document.createElement('canvas'), SIZE);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('there is no canvas to draw on');
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new CanvasSource(canvas, { codec, quality: new Quality('high') });
  output.addVideoTrack(source, { frameRate: RATE });
  await output.start();
  let frame = 0;
  for (const { jpeg, frames } of takes) {
    const picture = jpeg === null ? null : await decode(jpeg);
    for (let i = 0; i < frames; i++) {
      draw(context, picture, drift * frame);
      await source.add(frame / RATE, 1 / RATE);
      frame += 1;
    }
    picture?.close();
  }
  await output.finalize();
  return base64(new Uint8Array(target.buffer ?? new ArrayBuffer(0)));
}

function draw(
  context: CanvasRenderingContext2D,
  picture: ImageBitmap | null,
  offset: number,
): void {
  context.fillStyle = 'slategrey';
  context.fillRect(0, 0, SIZE.width, SIZE.height);
  if (picture !== null) context.drawImage(picture, offset, 0, SIZE.width, SIZE.height);
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
