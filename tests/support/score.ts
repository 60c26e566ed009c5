import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { dump, type TypedArray } from 'npyjs';

/** The folder that holds the tiny pack. */
export const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));

interface NumpyArray {
  readonly data: TypedArray;
  readonly shape: number[];
}

/** The bytes of an .npz file with these arrays. */
export function npz(arrays: Readonly<Record<string, NumpyArray>>): Uint8Array {
  const files = Object.entries(arrays).map(
    ([name, { data, shape }]) => [`${name}.npy`, new Uint8Array(dump(data, shape))] as const,
  );
  return zipSync(Object.fromEntries(files));
}
