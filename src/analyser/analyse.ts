import type { Affine } from '../core/geometry/affine.ts';
import type { AnalysedFace, Analysis } from '../core/reading/analysis.ts';
import type { Face } from '../core/tracking/face.ts';
import type { EncoderSpec } from '../core/pack/schema.ts';
import { transformFor } from './crop/crop-transform.ts';
import type { FaceLocator } from './locate/face-locator.ts';
import type { FrameImage, FrameOptions } from './messages.ts';
import type { CropReader, ModelReading } from './reader/model.ts';
import type { Picture, Pictures } from './picture/picture.ts';

/** The stations of a frame. */
export interface Stations {
  readonly pictures: Pictures;
  readonly locator: FaceLocator;
  readonly encoder: EncoderSpec;
  readonly reader: CropReader;
}

export interface Frame {
  readonly image: FrameImage;
  /** On the page's clock, in milliseconds. */
  readonly capturedAt: number;
}

const NOTHING_READ: ModelReading = { logits: [], images: [], crop: 0, encode: 0, head: 0 };

interface Found {
  readonly faces: readonly Face[];
  /** Its id; null without one. */
  readonly primary: number | null;
}

/** Where the crops of those faces lie that are to be read, by face id. */
function cropsOf(
  { encoder }: Stations,
  { size }: Picture,
  { faces, primary }: Found,
  all: boolean,
): ReadonlyMap<number, Affine> {
  // A pack that reads whole frames says the same of everyone, so it is asked once.
  const everyone = all && encoder.crop.kind === 'face';
  const read = faces.filter(({ id }) => everyone || id === primary);
  return new Map(read.map((face) => [face.id, transformFor(encoder, face, size)]));
}

function analysed(
  { faces, primary }: Found,
  toFrame: ReadonlyMap<number, Affine>,
  { logits, images }: ModelReading,
) {
  const places = new Map([...toFrame.keys()].map((id, place) => [id, place]));
  return faces.map((face): AnalysedFace => {
    const place = places.get(face.id) ?? NaN;
    const [read, crop] = [logits[place] ?? null, images[place] ?? null];
    return { face, primary: face.id === primary, logits: read, crop };
  });
}

/** The straight line of one frame: detect, track, crop, encode, head. Closes the frame, always. */
export async function analyse(
  stations: Stations,
  { image, capturedAt }: Frame,
  options: FrameOptions,
): Promise<Analysis> {
  const { pictures, locator, reader } = stations;
  const started = performance.now();
  try {
    const picture = await pictures.take(image);
    const faces = await locator.locate(picture, capturedAt, options.detection);
    const found = { faces, primary: locator.primary() };
    const detect = performance.now() - started;
    const toFrame = cropsOf(stations, picture, found, options.everyone);
    const reading =
      toFrame.size > 0
        ? await reader.read({ picture, toFrame }, capturedAt, options.crops)
        : NOTHING_READ;
    const { crop, encode, head } = reading;
    return {
      capturedAt,
      size: picture.size,
      faces: analysed(found, toFrame, reading),
      timings: { detect, crop, encode, head, total: performance.now() - started },
    };
  } finally {
    image.close();
  }
}
