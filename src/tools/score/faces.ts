import type { RgbaImage } from '../../core/image/pixels.ts';
import { VOTE_COLUMNS } from './ferplus.ts';
import { readNpz, type NpyArray } from './npz.ts';

/** A file of the FER+ layout: square gray images and, where it has them, the taggers' votes. */
export interface FaceFile {
  readonly count: number;
  readonly hasVotes: boolean;
  /** The image's gray values as a picture. */
  image(index: number): RgbaImage;
  /** Its ten counts; null where the file has no votes. */
  votes(index: number): readonly number[] | null;
}

/** Throws an Error that says which array is missing or has another shape. */
export function readFaces(bytes: Uint8Array): FaceFile {
  const arrays = readNpz(bytes, ['images', 'votes']);
  const images = arrays.get('images');
  if (images === undefined) throw new Error('The file has no array "images".');
  const [count = 0, height = 0, width = 0] = shapeOf('images', images, 3);
  if (images.dtype !== 'u1') throw new Error('"images" must hold bytes (uint8).');
  const votes = votesOf(arrays.get('votes'), count);
  return {
    count,
    hasVotes: votes !== null,
    image: (index) => toRgba(images.data, index * width * height, width, height),
    votes: (index) => votes && row(votes, index, VOTE_COLUMNS),
  };
}

function votesOf(votes: NpyArray | undefined, count: number): ArrayLike<number> | null {
  if (votes === undefined) return null;
  const [rows, columns] = shapeOf('votes', votes, 2);
  if (rows !== count || columns !== VOTE_COLUMNS) {
    throw new Error(`"votes" must have ${count} rows of ${VOTE_COLUMNS}.`);
  }
  return votes.data;
}

function shapeOf(name: string, { shape }: NpyArray, dimensions: number): readonly number[] {
  if (shape.length === dimensions) return shape;
  throw new Error(`"${name}" must have ${dimensions} dimensions, not ${shape.length}.`);
}

function row(data: ArrayLike<number>, index: number, length: number): number[] {
  return Array.from({ length }, (_, column) => data[index * length + column]!);
}

function toRgba(gray: ArrayLike<number>, start: number, width: number, height: number): RgbaImage {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let i = 0; i < width * height; i++) data.fill(gray[start + i]!, 4 * i, 4 * i + 3);
  return { width, height, data };
}
