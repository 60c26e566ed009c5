import type { Affine } from '../../core/geometry/affine.ts';
import type { CropImage } from '../../core/image/pixels.ts';
import type { FaceOutput, ReaderTimings } from '../../core/reading/analysis.ts';
import type { Face } from '../../core/tracking/face.ts';
import type { Implausibility } from '../../core/tracking/implausibility.ts';
import { transformFor } from '../../core/geometry/crop-transform.ts';
import type { FrameOptions } from '../messages.ts';
import type { Picture } from '../picture/picture.ts';
import type { CropsReading, Reader } from './reader.ts';

/** The faces of one frame. */
export interface TrackedFaces {
  readonly picture: Picture;
  readonly capturedAt: number;
  readonly faces: readonly Face[];
  /** The primary face's id; null without one. */
  readonly primary: number | null;
  /** Faces that are not to be read as faces, by id. */
  readonly implausible: ReadonlyMap<number, Implausibility>;
}

/** What one reader says of the faces of a frame. */
export interface FacesReading {
  /** One a face, in the order of the faces. */
  readonly outputs: readonly FaceOutput[];
  /** One a face, in the order of the faces; null where there is none to show. */
  readonly crops: readonly (CropImage | null)[];
  readonly timings: ReaderTimings;
}

const BYSTANDER: FaceOutput = { kind: 'bystander' };
const NOTHING_READ: CropsReading = {
  outputs: [],
  images: [],
  timings: { crop: 0, encode: 0, head: 0 },
};

type ReadOptions = Omit<FrameOptions, 'known'>;
type Wanted = Pick<FrameOptions, 'everyone' | 'only'>;

/** Reads the primary face, all of them, or those asked for. Throws what the model throws. */
export async function readFaces(
  reader: Reader,
  tracked: TrackedFaces,
  { crops: show, detection, anew = detection === 'always', ...wanted }: ReadOptions,
): Promise<FacesReading> {
  const { picture, capturedAt, faces } = tracked;
  const toFrame = cropsOf(reader, tracked, wanted);
  const { outputs, images, timings } =
    toFrame.size > 0
      ? await reader.model.read({ picture, toFrame, anew }, capturedAt, show)
      : NOTHING_READ;
  const rows = new Map([...toFrame.keys()].map((id, row) => [id, row]));
  const rowOf = ({ id }: Face) => rows.get(id) ?? NaN;
  return {
    outputs: faces.map((face) => outputs[rowOf(face)] ?? unread(reader, tracked, face, wanted)),
    crops: faces.map((face) => images[rowOf(face)] ?? null),
    timings,
  };
}

/** Where the crops of those faces lie that are to be read, by face id. */
function cropsOf(
  reader: Reader,
  tracked: TrackedFaces,
  wanted: Wanted,
): ReadonlyMap<number, Affine> {
  const { picture, faces, implausible } = tracked;
  const read = faces
    .filter(isWanted(reader, tracked, wanted))
    .filter(({ id }) => !readsFaces(reader) || !implausible.has(id));
  return new Map(read.map((face) => [face.id, transformFor(reader.encoder, face, picture.size)]));
}

/** A pack that reads whole frames says the same of everyone, so it is asked once. */
function isWanted(reader: Reader, { primary }: TrackedFaces, { everyone, only }: Wanted) {
  const each = readsFaces(reader);
  if (only === undefined) return ({ id }: Face): boolean => (everyone && each) || id === primary;
  const asked = each ? only : only.slice(0, 1);
  return ({ id }: Face): boolean => asked.includes(id);
}

function unread(reader: Reader, tracked: TrackedFaces, face: Face, wanted: Wanted): FaceOutput {
  const reason = tracked.implausible.get(face.id);
  if (reason === undefined || !isWanted(reader, tracked, wanted)(face)) return BYSTANDER;
  return { kind: 'implausible', reason };
}

function readsFaces({ encoder }: Reader): boolean {
  return encoder.crop.kind === 'face';
}
