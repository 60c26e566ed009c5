import type { Prediction } from '../../core/blemore/prediction.ts';
import { parseDelimited, type DelimitedRow } from './delimited.ts';
import type { InputProblem, RowProblem } from './input-problem.ts';
import { matchKey } from './match-key.ts';
import { COLUMNS, readLabel } from './metadata-label.ts';

/** What a metadata file says of one clip. */
export interface MetadataRow {
  /** As it stands there: with folders in front or without, with an extension or without. */
  readonly filename: string;
  readonly line: number;
  /** Null where the row says nothing of it, as for a test set. */
  readonly label: Prediction | null;
  readonly fold: string | null;
}

export interface Metadata {
  readonly rows: readonly MetadataRow[];
  readonly problems: readonly InputProblem[];
}

const REQUIRED = ['filename', ...COLUMNS] as const;
const NEEDED = ['filename', 'mix', 'emotion_1'] as const;
const KNOWN = [...REQUIRED, 'fold'] as const;

type Column = (typeof KNOWN)[number];

/** Where each column stands in a row. */
type Places = ReadonlyMap<Column, number>;

interface Layout {
  /** As many cells as the heading has. */
  readonly width: number;
  readonly places: Places;
  readonly file: string;
}

/**
 * The rows of a BLEMORE metadata csv: filename, mix, emotion_1, emotion_2, emotion_1_salience,
 * emotion_2_salience, and fold where there are folds; other columns do not matter, nor do their
 * order and spelling ("Emotion 1"). A row that does not fit is a problem and not a row.
 *
 * @param file its name, for the problems
 */
export function parseMetadata(text: string, file: string): Metadata {
  if (text.trim() === '') return failed({ kind: 'file-empty', file });
  const { heading, rows: records } = parseDelimited(text, (names) => columnsOf(names).size);
  const places = columnsOf(heading);
  const missing = REQUIRED.filter((name) => !places.has(name));
  if (missing.length > 0) return failed({ kind: 'columns-missing', file, columns: missing });
  const repeated = KNOWN.filter(
    (name) => heading.filter((cell) => isColumn(cell, name)).length > 1,
  );
  if (repeated.length > 0) return failed({ kind: 'columns-repeated', file, columns: repeated });
  if (records.length === 0) return failed({ kind: 'table-empty', file });
  const rows: MetadataRow[] = [];
  const problems: InputProblem[] = [];
  for (const record of records) {
    const read = readRow(record, { width: heading.length, places, file });
    if ('kind' in read) problems.push(read);
    else rows.push(read);
  }
  return { rows, problems };
}

function failed(problem: InputProblem): Metadata {
  return { rows: [], problems: [problem] };
}

function columnsOf(heading: readonly string[]): Places {
  return new Map(
    KNOWN.flatMap((name) => {
      const place = heading.findIndex((cell) => isColumn(cell, name));
      return place === -1 ? [] : [[name, place] as const];
    }),
  );
}

/** Whether a heading means a column, whatever its case, spaces and marks: "Emotion 1". */
function isColumn(cell: string, name: Column): boolean {
  const letters = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  return letters(cell) === letters(name);
}

function readRow(
  { line, cells, quotes }: DelimitedRow,
  { width, places, file }: Layout,
): MetadataRow | RowProblem {
  const cell = (column: Column) => clean(cells[places.get(column) ?? -1] ?? '');
  const filename = cell('filename');
  const place = { file, line, clip: filename };
  if (quotes !== 'fine') return { kind: 'row-quotes', ...place, quotes };
  // Empty cells at a row's end may be left out, or be more than the heading has names for; but a
  // row that ends before its first emotion was cut off.
  const cut = NEEDED.some((column) => (places.get(column) ?? 0) >= cells.length);
  if (cut || cells.slice(width).some((extra) => extra.trim() !== '')) {
    return { kind: 'row-malformed', ...place, cells: cells.length, expected: width };
  }
  const invalid = (column: Column) =>
    ({ kind: 'row-invalid', ...place, column, value: cell(column) }) as const;
  if (matchKey(filename) === '') return invalid('filename');
  const label = readLabel(cell);
  if ('wrong' in label) return invalid(label.wrong);
  return { filename, line, label: label.label, fold: foldOf(cell('fold')) };
}

/** Trimmed; what data frames and spreadsheets write for nothing is nothing. */
function clean(cell: string): string {
  const text = cell.trim();
  return /^(?:nan|none|null|#?n\/?a|<na>)$/i.test(text) ? '' : text;
}

/** A whole number may have passed through a column of floats. */
function foldOf(text: string): string | null {
  return text === '' ? null : text.replace(/^(\d+)[.,]0+$/, '$1');
}
