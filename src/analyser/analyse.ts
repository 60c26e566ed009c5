import type { AnalysedFace, Analysis } from '../core/reading/analysis.ts';
import type { Face } from '../core/tracking/face.ts';
import type { PlausibilityCheck } from '../core/tracking/plausibility.ts';
import type { FaceLocator } from './locate/face-locator.ts';
import type { FrameImage, FrameOptions } from './messages.ts';
import type { Pictures } from './picture/picture.ts';
import { readFaces, type FacesReading } from './reader/read-faces.ts';
import type { Reader } from './reader/reader.ts';

/** What a frame goes through. */
export interface Pipeline {
  readonly pictures: Pictures;
  readonly locator: FaceLocator;
  readonly plausibility: PlausibilityCheck;
  /** All of them read the same faces of the same frames. */
  readonly readers: readonly Reader[];
}

export interface Frame {
  readonly image: FrameImage;
  /** On the page's clock, in milliseconds. */
  readonly capturedAt: number;
}

/** The straight line of one frame: detect, track, crop, encode, head. Closes the frame, always. */
export async function analyse(
  { pictures, locator, plausibility, readers }: Pipeline,
  { image, capturedAt }: Frame,
  options: FrameOptions,
): Promise<Analysis> {
  const started = performance.now();
  try {
    const picture = await pictures.take(image);
    const taken = performance.now();
    const faces = await locator.locate(picture, capturedAt, options.detection);
    const located = performance.now();
    const primary = locator.primary();
    const implausible = plausibility.check(faces, capturedAt);
    const tracked = { picture, capturedAt, faces, primary, implausible };
    // One after the other: side by side they would share one processor, and their times mean nothing.
    const readings: FacesReading[] = [];
    for (const reader of readers) {
      readings.push(await readFaces(reader, tracked, options));
    }
    return {
      capturedAt,
      size: picture.size,
      faces: faces.map((face, place) => analysed(face, face.id === primary, place, readings)),
      timings: {
        picture: taken - started,
        detect: located - taken,
        readers: readings.map(({ timings }) => timings),
        total: performance.now() - started,
      },
    };
  } finally {
    image.close();
  }
}

function analysed(
  face: Face,
  primary: boolean,
  place: number,
  readings: readonly FacesReading[],
): AnalysedFace {
  return {
    face,
    primary,
    outputs: readings.map(({ outputs }) => outputs[place]!),
    crops: readings.map(({ crops }) => crops[place]!),
  };
}
