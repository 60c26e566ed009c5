import { zipSync } from 'fflate';
import Papa from 'papaparse';
import type { ClipRow } from '../clip-row.ts';
import type { Download } from './download.ts';
import { float32Array, textArray } from './npy.ts';

/** Archives with the same content are the same, whenever they were made. */
const NO_DATE = '1980-01-01';
/** What spreadsheets take for the beginning of a formula, some of them after blanks. */
const FORMULA = /^\s*[=+\-@\t\r]/;
/** Digits that tell any two 32-bit floats apart. */
const DIGITS = 9;

/** What heads were given, a row a window, or a row a clip where features are aggregated. */
interface FeatureRows {
  /** Of each row. */
  readonly names: readonly string[];
  readonly dimension: number;
  readonly values: Float32Array;
}

/** Whether any clip has features to be exported: packs that read frame by frame keep none. */
export function hasFeatures(rows: readonly ClipRow[]): boolean {
  return featureRows(rows) !== null;
}

/**
 * As numpy loads it: `X` [rows, dimension] before it is standardised, and `filenames` [rows], which
 * repeats a clip's name for each of its windows. Null where no clip has features.
 */
export function featuresArchive(rows: readonly ClipRow[]): Download | null {
  const features = featureRows(rows);
  if (features === null) return null;
  const { names, dimension, values } = features;
  const files = {
    'X.npy': float32Array(values, [names.length, dimension]),
    'filenames.npy': textArray(names),
  };
  const zip = zipSync(files, { mtime: NO_DATE, level: 0 });
  return { name: 'features.npz', blob: new Blob([zip], { type: 'application/zip' }) };
}

/** The same as text: the name, the number of the window in its clip, and the features. */
export function featuresTable(rows: readonly ClipRow[]): Download | null {
  const features = featureRows(rows);
  if (features === null) return null;
  const { names, dimension, values } = features;
  const columns = Array.from({ length: dimension }, (_, i) => `f${i}`);
  const parts = [csv(['filename', 'window', ...columns])];
  let window = 0;
  names.forEach((name, row) => {
    window = name === names[row - 1] ? window + 1 : 0;
    const own = Array.from(values.subarray(row * dimension, (row + 1) * dimension), rounded);
    parts.push(csv([name, window, ...own]));
  });
  return { name: 'features.csv', blob: new Blob(parts, { type: 'text/csv' }) };
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

function csv(line: readonly (string | number)[]): string {
  return `${Papa.unparse([[...line]], { newline: '\n', escapeFormulae: FORMULA })}\n`;
}

function featureRows(rows: readonly ClipRow[]): FeatureRows | null {
  const clips = rows.flatMap(({ name, clip }) =>
    clip?.state === 'finished' && clip.result.features !== null
      ? [{ name, ...clip.result.features }]
      : [],
  );
  const [first] = clips;
  if (first === undefined) return null;
  const { dimension } = first;
  const values = new Float32Array(clips.reduce((sum, clip) => sum + clip.values.length, 0));
  const names: string[] = [];
  for (const clip of clips) {
    values.set(clip.values, names.length * dimension);
    names.push(...Array<string>(clip.values.length / dimension).fill(clip.name));
  }
  return { names, dimension, values };
}
