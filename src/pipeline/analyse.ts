import type { AnalysedFace, Analysis } from '../core/analysis.ts';
import type { Logits } from '../core/emotions.ts';
import type { Face } from '../core/face.ts';
import type { Size } from '../core/geometry.ts';
import type { EncoderSpec } from '../core/pack/schema.ts';
import type { CropImage } from '../core/pixels.ts';
import type { Tracker } from '../core/tracking.ts';
import { cropFace } from './crop.ts';
import type { Detector } from './detector/detector.ts';
import type { FrameImage, FrameOptions } from './messages.ts';
import type { CropReader, ModelReading } from './model/model.ts';
import type { PixelReader } from './pixel-reader.ts';

/** The stations of a frame. */
export interface Stations {
  readonly detector: Detector;
  readonly tracker: Tracker;
  readonly pixels: PixelReader;
  readonly encoder: EncoderSpec;
  readonly reader: CropReader;
}

export interface Frame {
  readonly image: FrameImage;
  /** On the page's clock, in milliseconds. */
  readonly capturedAt: number;
}

/** What was taken from a frame before it was closed. */
interface Taken {
  readonly size: Size;
  readonly faces: readonly Face[];
  readonly primary: number | null;
  /** By face id: only of faces that are to be read. */
  readonly crops: ReadonlyMap<number, CropImage>;
  readonly detect: number;
  readonly crop: number;
}

const NOTHING_READ: ModelReading = { logits: [], encode: 0, head: 0 };

function sizeOf(image: FrameImage): Size {
  return 'displayWidth' in image
    ? { width: image.displayWidth, height: image.displayHeight }
    : { width: image.width, height: image.height };
}

/** A pack that reads whole frames says the same of everyone, so it is asked once. */
function facesToRead(faces: readonly Face[], primary: number | null, everyone: boolean): Face[] {
  return faces.filter(({ id }) => everyone || id === primary);
}

async function take(
  { detector, tracker, pixels, encoder }: Stations,
  { image, capturedAt }: Frame,
  everyone: boolean,
): Promise<Taken> {
  const started = performance.now();
  const size = sizeOf(image);
  const faces = tracker.update(await detector.detect(image, size), capturedAt);
  const detected = performance.now();
  const primary = tracker.primary();
  const toRead = facesToRead(faces, primary, everyone && encoder.crop.kind === 'face');
  const crops = new Map(
    toRead.map((face) => [face.id, cropFace(image, size, face, encoder, pixels)]),
  );
  const cropped = performance.now();
  return { size, faces, primary, crops, detect: detected - started, crop: cropped - detected };
}

function analysed({ faces, primary, crops }: Taken, reading: ModelReading, showCrops: boolean) {
  const logits = new Map<number, Logits | undefined>(
    [...crops.keys()].map((id, row) => [id, reading.logits[row]]),
  );
  return faces.map((face): AnalysedFace => ({
    face,
    primary: face.id === primary,
    logits: logits.get(face.id) ?? null,
    crop: (showCrops ? crops.get(face.id) : undefined) ?? null,
  }));
}

/** The straight line of one frame: detect, track, crop, encode, head. Closes the frame, always. */
export async function analyse(
  stations: Stations,
  frame: Frame,
  { everyone, crops }: FrameOptions,
): Promise<Analysis> {
  const started = performance.now();
  let taken: Taken;
  try {
    taken = await take(stations, frame, everyone);
  } finally {
    frame.image.close();
  }
  const toRead = [...taken.crops.values()];
  const reading = toRead.length > 0 ? await stations.reader.read(toRead) : NOTHING_READ;
  const { size, detect, crop } = taken;
  const { encode, head } = reading;
  const total = performance.now() - started;
  return {
    capturedAt: frame.capturedAt,
    size,
    faces: analysed(taken, reading, crops),
    timings: { detect, crop, encode, head, total },
  };
}
