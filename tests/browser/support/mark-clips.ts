import {
  BlobSource,
  BufferTarget,
  CanvasSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MkvOutputFormat,
  Mp4OutputFormat,
  MpegTsOutputFormat,
  Output,
  Quality,
  WEBM,
  WebMOutputFormat,
  type OutputFormat,
  type VideoCodec,
} from 'mediabunny';
import { FileProblemError, type FileProblem } from '../../../src/core/media/file-problem.ts';
import { openClip } from '../../../src/sources/clip/open-clip.ts';

const FORMATS = {
  mp4: () => new Mp4OutputFormat({ fastStart: false }),
  webm: () => new WebMOutputFormat(),
  mkv: () => new MkvOutputFormat(),
  ts: () => new MpegTsOutputFormat(),
} satisfies Record<string, () => OutputFormat>;

export interface MarkRecipe {
  readonly container: keyof typeof FORMATS;
  readonly codec: VideoCodec;
  /** Ten a second, each brighter than the last by STEP; one of them needs no earlier one. */
  readonly frames: number;
  readonly width: number;
  readonly height: number;
}

/** Which frames there are, and when. */
export interface Marks {
  readonly marks: readonly number[];
  readonly times: readonly number[];
  readonly problem: FileProblem | null;
}

const RATE = 10;
const DARKEST = 30;
const STEP = 5;

/** Runs in a browser. @returns a clip in base64, or null where there is no encoder for it. */
export async function encodeMarks(recipe: MarkRecipe): Promise<string | null> {
  const { container, codec, frames, width, height } = recipe;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d')!;
  const target = new BufferTarget();
  const output = new Output({ format: FORMATS[container](), target });
  const quality = new Quality('very-high');
  const source = new CanvasSource(canvas, { codec, quality, keyFrameInterval: 1000 });
  output.addVideoTrack(source, { frameRate: RATE });
  await output.start();
  try {
    for (let frame = 0; frame < frames; frame++) {
      const level = DARKEST + STEP * frame;
      context.fillStyle = `rgb(${level} ${level} ${level})`;
      context.fillRect(0, 0, width, height);
      await source.add(frame / RATE, 1 / RATE);
    }
  } catch (error) {
    if (error instanceof Error && /encod/i.test(error.message)) return null;
    throw error;
  }
  await output.finalize();
  return base64(new Uint8Array(target.buffer!));
}

/** Runs in a browser: the same WebM, with each frame once more as how transparent it is. */
export async function withAlpha(text: string): Promise<string> {
  const input = new Input({ source: new BlobSource(blobOf(text)), formats: [WEBM] });
  const track = (await input.getPrimaryVideoTrack())!;
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new EncodedVideoPacketSource((await track.getCodec())!);
  output.addVideoTrack(source, { frameRate: RATE });
  await output.start();
  const decoderConfig = (await track.getDecoderConfig())!;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    const sideData = { alpha: packet.data };
    await source.add(packet.clone({ sideData }), { decoderConfig });
  }
  await output.finalize();
  return base64(new Uint8Array(target.buffer!));
}

/** Runs in a browser: the frames that are evaluated. */
export async function evaluatedMarks(text: string): Promise<Marks> {
  const marks: number[] = [];
  const times: number[] = [];
  try {
    const clip = await openClip(blobOf(text));
    for await (const { image, at } of clip.frames(1)) {
      marks.push(markOf(image));
      times.push(at);
      image.close();
    }
    clip.close();
  } catch (error) {
    if (!(error instanceof FileProblemError)) throw error;
    return { marks, times, problem: error.problem };
  }
  return { marks, times, problem: null };
}

/** Runs in a browser: the first and the last frame that its player shows, and for how long. */
export async function playedMarks(text: string) {
  const video = document.createElement('video');
  video.muted = true;
  video.src = URL.createObjectURL(blobOf(text));
  await new Promise((resolve, reject) => {
    video.onloadeddata = resolve;
    video.onerror = () => {
      reject(new Error(video.error?.message ?? 'no picture'));
    };
  });
  const { duration } = video;
  const first = await seen(video, 0);
  const last = await seen(video, duration - 0.02);
  return { first, last, duration };
}

async function seen(video: HTMLVideoElement, at: number): Promise<number> {
  const sought = new Promise((resolve) => {
    video.onseeked = resolve;
  });
  video.currentTime = at;
  await sought;
  return markOf(video);
}

/** Which frame a picture is, by its brightness. */
function markOf(picture: CanvasImageSource): number {
  const context = new OffscreenCanvas(1, 1).getContext('2d')!;
  context.drawImage(picture, 0, 0, 1, 1);
  return Math.round((context.getImageData(0, 0, 1, 1).data[1]! - DARKEST) / STEP);
}

function blobOf(text: string): Blob {
  return new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]);
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
