import { strToU8, zipSync } from 'fflate';
import type { ClipRow } from '../clip-row.ts';
import type { Download } from './download.ts';

const NAME = 'predictions.json';
/** Archives with the same content are the same, whenever they were made. */
const NO_DATE = '1980-01-01';

/** Rows with a prediction, in the form of the challenge's template; a clip without one is left out. */
export function predictionsFile(rows: readonly ClipRow[]): Download {
  return { name: NAME, blob: new Blob([predictionsText(rows)], { type: 'application/json' }) };
}

/** The same as CodaBench takes it: a zip with the file at its top. */
export function submission(rows: readonly ClipRow[]): Download {
  const files = { [NAME]: strToU8(predictionsText(rows)) };
  const zip = zipSync(files, { mtime: NO_DATE });
  return { name: 'submission.zip', blob: new Blob([zip], { type: 'application/zip' }) };
}

function predictionsText(rows: readonly ClipRow[]): string {
  const predictions = Object.fromEntries(
    rows.flatMap(({ name, prediction }) => (prediction === null ? [] : [[name, prediction]])),
  );
  return `${JSON.stringify({ predictions }, null, 2)}\n`;
}
