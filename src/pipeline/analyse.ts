import type { AnalysedFace, Analysis } from '../core/analysis.ts';
import type { Logits } from '../core/emotions.ts';
import type { Face } from '../core/face.ts';
import type { EncoderSpec } from '../core/pack/schema.ts';
import type { CropImage } from '../core/pixels.ts';
import { cropFace } from './crop.ts';
import type { FaceLocator } from './face-locator.ts';
import type { FrameImage, FrameOptions } from './messages.ts';
import type { CropReader, ModelReading } from './model/model.ts';
import type { Picture } from './picture.ts';

/** The stations of a frame. */
export interface Stations {
  readonly picture: Picture;
  readonly locator: FaceLocator;
  readonly encoder: EncoderSpec;
  readonly reader: CropReader;
}

export interface Frame {
  readonly image: FrameImage;
  /** On the page's clock, in milliseconds. */
  readonly capturedAt: number;
}

/** The faces of a frame, and what the encoder is to see of those that are read, by face id. */
interface Found {
  readonly faces: readonly Face[];
  readonly primary: number | null;
  readonly crops: ReadonlyMap<number, CropImage>;
}

const NOTHING_READ: ModelReading = { logits: [], encode: 0, head: 0 };

function take(picture: Picture, image: FrameImage): void {
  try {
    picture.take(image);
  } finally {
    image.close();
  }
}

function cropFaces({ picture, locator, encoder }: Stations, faces: readonly Face[], all: boolean) {
  const primary = locator.primary();
  // A pack that reads whole frames says the same of everyone, so it is asked once.
  const everyone = all && encoder.crop.kind === 'face';
  const read = faces.filter(({ id }) => everyone || id === primary);
  const crops = new Map(read.map((face) => [face.id, cropFace(picture, face, encoder)]));
  return { faces, primary, crops };
}

function analysed({ faces, primary, crops }: Found, reading: ModelReading, showCrops: boolean) {
  const ids = [...crops.keys()];
  const logits = new Map<number, Logits | undefined>(ids.map((id, i) => [id, reading.logits[i]]));
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
  { image, capturedAt }: Frame,
  options: FrameOptions,
): Promise<Analysis> {
  const { picture, locator, reader } = stations;
  const started = performance.now();
  take(picture, image);
  const faces = await locator.locate(picture, capturedAt, options.detection);
  const detected = performance.now();
  const found = cropFaces(stations, faces, options.everyone);
  const cropped = performance.now();
  const { crops } = found;
  const reading = crops.size > 0 ? await reader.read(crops, capturedAt) : NOTHING_READ;
  return {
    capturedAt,
    size: picture.size,
    faces: analysed(found, reading, options.crops),
    timings: {
      detect: detected - started,
      crop: cropped - detected,
      encode: reading.encode,
      head: reading.head,
      total: performance.now() - started,
    },
  };
}
