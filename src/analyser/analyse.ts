import type { AnalysedFace, Analysis } from '../core/reading/analysis.ts';
import type { Face } from '../core/tracking/face.ts';
import type { PlausibilityCheck } from '../core/tracking/plausibility-check.ts';
import type { FaceLocator } from './locate/face-locator.ts';
import type { DetectionPolicy, FrameImage, FrameOptions } from './messages.ts';
import type { Picture, Pictures } from './picture/picture.ts';
import { readFaces, type FacesReading, type TrackedFaces } from './reader/read-faces.ts';
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
    const located = options.known
      ? { ...options.known, implausible: NONE_IMPLAUSIBLE }
      : await locate({ locator, plausibility }, picture, capturedAt, options.detection);
    const detected = performance.now();
    const { faces, primary } = located;
    const tracked = { picture, capturedAt, ...located };
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
        detect: detected - taken,
        readers: readings.map(({ timings }) => timings),
        total: performance.now() - started,
      },
    };
  } finally {
    image.close();
  }
}

/** Faces that are known were plausible when they were found. */
const NONE_IMPLAUSIBLE: TrackedFaces['implausible'] = new Map();

async function locate(
  { locator, plausibility }: Pick<Pipeline, 'locator' | 'plausibility'>,
  picture: Picture,
  capturedAt: number,
  policy: DetectionPolicy,
): Promise<Pick<TrackedFaces, 'faces' | 'primary' | 'implausible'>> {
  const faces = await locator.locate(picture, capturedAt, policy);
  const implausible = plausibility.check(faces, capturedAt);
  return { faces, primary: locator.primary(), implausible };
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
