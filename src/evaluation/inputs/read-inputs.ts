import { clipLabel, ClipNameError, parseClipName } from '../../core/blemore/clip-name.ts';
import type { Shares } from '../../core/blemore/label.ts';
import type { Prediction } from '../../core/blemore/prediction.ts';
import { clipStem, fileKind, type FileKind } from './file-kind.ts';
import type { InputProblem } from './input-problem.ts';
import { parseMetadata, type MetadataRow } from './metadata.ts';
import { parsePredictions } from './predictions-file.ts';

/** A clip, or an entry of a predictions file, with what is known of it beforehand. */
export interface InputEntry {
  /** The file's name; unique. */
  readonly name: string;
  /** Null for an entry of a predictions file. */
  readonly file: File | null;
  /** By the metadata, else by the name, where that is of BLEMORE's form; else null. */
  readonly label: Prediction | null;
  readonly fold: string | null;
  /** What a predictions file says; null for a clip. */
  readonly given: Shares | null;
}

export interface Inputs {
  readonly kind: 'none' | 'clips' | 'predictions';
  /** By name. */
  readonly entries: readonly InputEntry[];
  readonly problems: readonly InputProblem[];
}

export const NO_INPUTS: Inputs = { kind: 'none', entries: [], problems: [] };

type Table = ReadonlyMap<string, MetadataRow>;
type Unlabelled = Pick<InputEntry, 'name' | 'file' | 'given'>;

/** Sorts a pile of files into clips, metadata and predictions, and says what does not fit. */
export async function readInputs(files: readonly File[]): Promise<Inputs> {
  const problems: InputProblem[] = [];
  const tell = (problem: InputProblem) => void problems.push(problem);
  const ofKind = (kind: FileKind) => files.filter(({ name }) => fileKind(name) === kind);
  for (const { name } of ofKind('other')) tell({ kind: 'other-file', file: name });
  const clips = uniqueClips(ofKind('clip'), tell);
  const table = await readTables(ofKind('table'), tell);
  const given = await readPredictions(ofKind('json'), clips.length > 0, tell);
  const kind = clips.length > 0 ? 'clips' : given.length > 0 ? 'predictions' : 'none';
  if (kind === 'none') tellOfTables(ofKind('table'), problems, tell);
  const entries = [...clips, ...given].map((entry) => withLabel(entry, table)).sort(byName);
  return { kind, entries, problems };
}

function uniqueClips(files: readonly File[], tell: (problem: InputProblem) => void): Unlabelled[] {
  const clips = new Map<string, File>();
  for (const file of files) {
    if (clips.has(file.name)) tell({ kind: 'same-name', file: file.name });
    else clips.set(file.name, file);
  }
  return [...clips].map(([name, file]) => ({ name, file, given: null }));
}

/** Rows by the stem of their clip's name. */
async function readTables(
  files: readonly File[],
  tell: (problem: InputProblem) => void,
): Promise<Table> {
  const table = new Map<string, MetadataRow>();
  for (const file of files) {
    const text = await textOf(file, tell);
    if (text === null) continue;
    const { rows, problems } = parseMetadata(text, file.name);
    problems.forEach(tell);
    for (const row of rows) {
      const { filename: clip, line } = row;
      const stem = clipStem(clip);
      if (table.has(stem)) tell({ kind: 'row-repeated', file: file.name, line, clip });
      else table.set(stem, row);
    }
  }
  return table;
}

/** Tables that label nothing, but for those that are problems already. */
function tellOfTables(
  tables: readonly File[],
  problems: readonly InputProblem[],
  tell: (problem: InputProblem) => void,
): void {
  const known = new Set(problems.map(({ file }) => file));
  for (const { name } of tables) if (!known.has(name)) tell({ kind: 'table-alone', file: name });
}

/** The entries of the first predictions file that is one, where there are no clips. */
async function readPredictions(
  files: readonly File[],
  besideClips: boolean,
  tell: (problem: InputProblem) => void,
): Promise<Unlabelled[]> {
  let entries: Unlabelled[] = [];
  for (const file of files) {
    const text = await textOf(file, tell);
    if (text === null) continue;
    const read = parsePredictions(text, file.name);
    if ('problem' in read) tell(read.problem);
    else if (besideClips || entries.length > 0)
      tell({ kind: 'predictions-unused', file: file.name });
    else entries = [...read.predictions].map(([name, given]) => ({ name, file: null, given }));
  }
  return entries;
}

async function textOf(file: File, tell: (problem: InputProblem) => void): Promise<string | null> {
  try {
    return await file.text();
  } catch {
    tell({ kind: 'file-unreadable', file: file.name });
    return null;
  }
}

function withLabel(entry: Unlabelled, table: Table): InputEntry {
  const row = table.get(clipStem(entry.name));
  return { ...entry, label: row?.label ?? labelByName(entry.name), fold: row?.fold ?? null };
}

function labelByName(name: string): Prediction | null {
  try {
    return clipLabel(parseClipName(name));
  } catch (error) {
    if (error instanceof ClipNameError) return null;
    throw error;
  }
}

/** By code units, the same everywhere. */
function byName(one: InputEntry, other: InputEntry): number {
  return one.name < other.name ? -1 : 1;
}
