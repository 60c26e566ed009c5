import type * as OnnxRuntime from 'onnxruntime-web';
import type { Affine } from '../../../src/core/geometry/affine.ts';
import { parsePack } from '../../../src/core/pack/parse.ts';
import type { Backend } from '../../../src/core/session/backend.ts';
import type { RgbaImage } from '../../../src/core/image/pixels.ts';
import { softmax } from '../../../src/core/reading/softmax.ts';
import { Model } from '../../../src/analyser/reader/model.ts';
import { ortNetworks, ortParts } from '../../../src/analyser/networks/open-networks.ts';
import type { Picture } from '../../../src/analyser/picture/picture.ts';
import { logitsOf } from '../../support/outputs.ts';
import { pictureOf } from '../../support/pictures.ts';

/** As many as the page reads at once. */
const BATCH = 4;

export interface ReadCropsOptions {
  /** Where onnxruntime-web and its programs are. */
  readonly ortUrl: string;
  /** Ends with a slash. */
  readonly packUrl: string;
  /** In base64. */
  readonly photo: string;
  readonly transforms: readonly Affine[];
}

/** What was read of one crop. */
export interface CropReading {
  readonly probabilities: readonly number[];
  /** In 0..255. */
  readonly pixels: readonly number[];
}

export interface CropReadings {
  /** How many sessions play recorded commands. */
  readonly captures: number;
  readonly webgpu: readonly CropReading[];
  readonly wasm: readonly CropReading[];
}

async function openModel(options: ReadCropsOptions, kind: Backend['kind']): Promise<Model> {
  const { ortUrl, packUrl } = options;
  const ort = (await import(/* @vite-ignore */ ortUrl)) as typeof OnnxRuntime;
  ort.env.wasm.numThreads = 1;
  const file = async (name: string) => (await fetch(new URL(name, packUrl))).arrayBuffer();
  const manifest: unknown = JSON.parse(new TextDecoder().decode(await file('pack.json')));
  const pack = parsePack(manifest, packUrl);
  const head = pack.heads[0] ?? null;
  const files = {
    spec: pack.encoder,
    data: [],
    encoder: new Uint8Array(await file(pack.encoder.file)),
    head: head && new Uint8Array(await file(head.file)),
  };
  return new Model(
    { pack, head, windows: null, pace: null, keepsVectors: false },
    await ortNetworks(ortParts(ort), files, kind)(kind),
  );
}

async function decode(jpeg: string): Promise<RgbaImage> {
  const bytes = Uint8Array.from(atob(jpeg), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (context === null) throw new Error('there is no canvas to draw on');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

/** Both ways are given the very same red, green and blue: as a frame, and as pixels. */
function pictureWithFrame(image: RgbaImage): Picture {
  const [codedWidth, codedHeight] = [image.width, image.height];
  const layout = { format: 'RGBA', codedWidth, codedHeight, timestamp: 0 } as const;
  const frame = new VideoFrame(Uint8Array.from(image.data), layout);
  return Object.defineProperty(pictureOf(image), 'frame', { value: frame });
}

async function readAll(
  model: Model,
  picture: Picture,
  transforms: readonly Affine[],
): Promise<CropReading[]> {
  const readings: CropReading[] = [];
  for (let start = 0; start < transforms.length; start += BATCH) {
    const batch = transforms.slice(start, start + BATCH);
    const toFrame = new Map(batch.map((transform, id) => [id, transform]));
    const { outputs, images } = await model.read({ picture, toFrame }, start, true);
    outputs.forEach((output, i) => {
      readings.push({
        probabilities: softmax(logitsOf(output)),
        pixels: [...(images[i]?.data ?? [])],
      });
    });
  }
  return readings;
}

type CreateSession = (
  model: Uint8Array,
  options: OnnxRuntime.InferenceSession.SessionOptions,
) => Promise<OnnxRuntime.InferenceSession>;

/** Counts the open sessions that play recorded commands. */
function countCaptures({ InferenceSession }: typeof OnnxRuntime): () => number {
  let open = 0;
  const create: CreateSession = InferenceSession.create.bind(InferenceSession);
  const counted: CreateSession = async (model, options) => {
    const session = await create(model, options);
    if (options.enableGraphCapture !== true) return session;
    open += 1;
    const release = session.release.bind(session);
    session.release = () => {
      open -= 1;
      return release();
    };
    return session;
  };
  Object.assign(InferenceSession, { create: counted });
  return () => open;
}

/** Runs in a browser: reads the same crops of the same photo on both backends. */
export async function readCrops(options: ReadCropsOptions): Promise<CropReadings> {
  const picture = pictureWithFrame(await decode(options.photo));
  const ort = (await import(/* @vite-ignore */ options.ortUrl)) as typeof OnnxRuntime;
  const captures = countCaptures(ort);
  const webgpu = await openModel(options, 'webgpu');
  const wasm = await openModel(options, 'wasm');
  return {
    captures: captures(),
    webgpu: await readAll(webgpu, picture, options.transforms),
    wasm: await readAll(wasm, picture, options.transforms),
  };
}
