import Papa from 'papaparse';
import type { Prediction } from '../../core/blemore/prediction.ts';
import type { InputProblem } from './input-problem.ts';
import { COLUMNS, readLabel, type Cells } from './metadata-label.ts';

/** What a metadata file says of one clip. */
export interface MetadataRow {
  /** As it stands there, with a video's extension or without. */
  readonly filename: string;
  readonly line: number;
  /** Null where the row names no emotion, as for a test set. */
  readonly label: Prediction | null;
  readonly fold: string | null;
}

export interface Metadata {
  readonly rows: readonly MetadataRow[];
  readonly problems: readonly InputProblem[];
}

const REQUIRED = ['filename', ...COLUMNS];

/**
 * The rows of a BLEMORE metadata csv: filename, mix, emotion_1, emotion_2, emotion_1_salience,
 * emotion_2_salience, and fold where there are folds; other columns do not matter, nor does their
 * order. A row that does not fit is a problem and not a row.
 *
 * @param file its name, for the problems
 */
export function parseMetadata(text: string, file: string): Metadata {
  const [heading = [], ...lines] = Papa.parse<string[]>(text.trimEnd()).data;
  const names = heading.map((name) => name.trim());
  const columns = REQUIRED.filter((name) => !names.includes(name));
  if (columns.length > 0) {
    return { rows: [], problems: [{ kind: 'columns-missing', file, columns }] };
  }
  const rows: MetadataRow[] = [];
  const problems: InputProblem[] = [];
  for (const [index, cells] of lines.entries()) {
    const read = readRow(names, cells, { file, line: index + 2 });
    if (read === null) continue;
    if ('kind' in read) problems.push(read);
    else rows.push(read);
  }
  return { rows, problems };
}

/** Null for an empty line. */
function readRow(
  names: readonly string[],
  cells: readonly string[],
  place: { readonly file: string; readonly line: number },
): MetadataRow | InputProblem | null {
  if (cells.every((cell) => cell.trim() === '')) return null;
  if (cells.length !== names.length) {
    return { kind: 'row-malformed', ...place, cells: cells.length, expected: names.length };
  }
  const byName: Cells = new Map(names.map((name, i) => [name, clean(cells[i] ?? '')]));
  const filename = byName.get('filename') ?? '';
  const invalid = (column: string): InputProblem => ({
    kind: 'row-invalid',
    ...place,
    clip: filename,
    column,
    value: byName.get(column) ?? '',
  });
  if (filename === '') return invalid('filename');
  const label = readLabel(byName);
  if ('wrong' in label) return invalid(label.wrong);
  return { filename, line: place.line, label: label.label, fold: foldOf(byName.get('fold') ?? '') };
}

/** Trimmed; what data frames write for nothing is nothing. */
function clean(cell: string): string {
  const text = cell.trim();
  return /^(nan|na|none|null)$/i.test(text) ? '' : text;
}

/** A whole number may have passed through a column of floats. */
function foldOf(text: string): string | null {
  return text === '' ? null : text.replace(/^(\d+)\.0+$/, '$1');
}
