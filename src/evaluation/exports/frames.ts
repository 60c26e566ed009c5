import Papa from 'papaparse';
import { EMOTIONS } from '../../core/blemore/emotions.ts';
import { softmax } from '../../core/reading/softmax.ts';
import type { ClipRow } from '../clip-row.ts';
import type { ClipResult } from '../clip-result.ts';
import { logitsAt } from '../frame-series.ts';
import type { Download } from './download.ts';

const HEADING = [
  'filename',
  /** Of the clip's frames, from 0. */
  'frame',
  'seconds',
  ...EMOTIONS.map((emotion) => `${emotion}_logit`),
  ...EMOTIONS.map((emotion) => `${emotion}_probability`),
];

/** What spreadsheets take for the beginning of a formula, some of them after blanks. */
const FORMULA = /^\s*[=+\-@\t\r]/;

/** Digits that tell any two 32-bit floats apart. */
const DIGITS = 9;

/**
 * One line for every analysed frame of every finished clip, by clip; logits and probabilities are
 * empty where no face was read. Where the head aggregates features they are those of the clip until
 * that frame. A name that a spreadsheet would take for a formula has an apostrophe in front.
 *
 * @param every which frames were analysed: every n-th
 */
export function framesFile(rows: readonly ClipRow[], every: number): Download {
  // A part for each clip: one text of all would be hundreds of megabytes for some.
  const parts = rows.flatMap(({ name, clip }) =>
    clip?.state === 'finished' ? [linesOf(name, clip.result, every)] : [],
  );
  const blob = new Blob([csv([HEADING]), ...parts], { type: 'text/csv' });
  return { name: 'frames.csv', blob };
}

function linesOf(name: string, { series }: ClipResult, every: number): string {
  let frame = -1;
  const lines = Array.from(series.times, (at, index) => {
    // Clips that reach past the last frame stand at its time.
    if (at !== series.times[index - 1]) frame += 1;
    const logits = logitsAt(series, index);
    const values = logits === null ? EMOTIONS.map(() => '') : logits.map(rounded);
    const probabilities = logits === null ? values : softmax(logits).map(rounded);
    return [name, frame * every, secondsOf(at), ...values, ...probabilities] as const;
  });
  // No player shows what is before a clip's beginning; results that were kept may still have it.
  return csv(lines.filter(([, , seconds]) => seconds >= 0));
}

/** To the microsecond; what is rounded to zero is not negative. */
function secondsOf(at: number): number {
  return Number(at.toFixed(6)) + 0;
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

function csv(lines: readonly (readonly (string | number)[])[]): string {
  if (lines.length === 0) return '';
  return `${Papa.unparse(
    lines.map((line) => [...line]),
    { newline: '\n', escapeFormulae: FORMULA },
  )}\n`;
}
