import { unzipSync } from 'fflate';
import { parse } from 'npyjs';

/** A numpy array of numbers, in row-major order. */
export interface NpyArray {
  readonly shape: readonly number[];
  /** numpy's name of the type without the byte order, as in u1 or i4. */
  readonly dtype: string;
  readonly data: ArrayLike<number>;
}

/**
 * The arrays of an .npz file by name, of those names only. Throws an Error that says what is
 * wrong: no .npz at all, or an array that holds other than numbers in row-major order.
 */
export function readNpz(bytes: Uint8Array, names: readonly string[]): Map<string, NpyArray> {
  const wanted = names.map((name) => `${name}.npy`);
  const files = unzip(bytes, wanted);
  return new Map(
    Object.entries(files).map(([file, content]) => [
      file.replace(/\.npy$/, ''),
      readNpy(content, file),
    ]),
  );
}

function unzip(bytes: Uint8Array, wanted: readonly string[]): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: ({ name }) => wanted.includes(name) });
  } catch (error) {
    throw new Error('This is not an .npz file.', { cause: error });
  }
}

function readNpy(bytes: Uint8Array, file: string): NpyArray {
  const array = parseNpy(bytes, file);
  const { shape, dtype, fortranOrder } = array;
  if (fortranOrder) throw new Error(`${file} is in column-major order.`);
  if (!isNumeric(array)) throw new Error(`${file} does not hold numbers of up to 32 bits.`);
  const length = shape.reduce((product, side) => product * side, 1);
  if (array.data.length !== length) throw new Error(`${file} is cut short.`);
  return { shape, dtype, data: array.data };
}

type Parsed = ReturnType<typeof parse>;

function parseNpy(bytes: Uint8Array, file: string): Parsed {
  try {
    // A copy of its own: typed arrays over the file need an aligned start.
    return parse(bytes.slice().buffer);
  } catch (error) {
    throw new Error(`${file} cannot be read as a numpy array.`, { cause: error });
  }
}

function isNumeric(array: Parsed): array is Parsed & { readonly data: ArrayLike<number> } {
  return /^([iu][124]|f[24])$/.test(array.dtype);
}
