import { clipLabel, ClipNameError, parseClipName } from '../../core/blemore/clip-name.ts';
import type { Shares } from '../../core/blemore/label.ts';
import type { Prediction } from '../../core/blemore/prediction.ts';
import { judgeFile, type FileKind } from './file-kind.ts';
import type { InputProblem } from './input-problem.ts';
import { matchKey } from './match-key.ts';
import type { MetadataRow } from './metadata.ts';
import type { GivenPrediction } from './predictions-file.ts';
import { readPredictionsFile } from './read-predictions.ts';
import { readTables } from './read-tables.ts';
import { sharedRows, unmatched } from './unmatched.ts';

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

type Tell = (problem: InputProblem) => void;
type Unlabelled = Pick<InputEntry, 'name' | 'file' | 'given'>;

/** Sorts a pile of files into clips, metadata and predictions, and says what does not fit. */
export async function readInputs(files: readonly File[]): Promise<Inputs> {
  const problems: InputProblem[] = [];
  const tell: Tell = (problem) => void problems.push(problem);
  const judged = await Promise.all(files.map(judgeFile));
  const ofKind = (...kinds: FileKind[]) =>
    judged.filter(({ kind }) => kinds.includes(kind)).map(({ file }) => file);
  for (const { file, kind, format } of judged) {
    if (kind === 'other') tell({ kind: 'other-file', file: file.name, format });
  }
  for (const { name } of ofKind('spreadsheet')) tell({ kind: 'spreadsheet', file: name });
  const clips = uniqueClips(ofKind('clip'), tell);
  const { tables, byKey, told } = await readTables(ofKind('table'), tell);
  const given = await readPredictions(ofKind('json', 'archive'), clips.length > 0, tell);
  const kind = clips.length > 0 ? 'clips' : given.length > 0 ? 'predictions' : 'none';
  if (kind === 'none') {
    for (const { file } of tables) tell({ kind: 'table-alone', file });
    return { kind, entries: [], problems };
  }
  const entries = [...clips, ...given].map((entry) => withLabel(entry, byKey)).sort(byName);
  const names = entries.map(({ name }) => name);
  unmatched({ inputs: kind, entries: names, tables, told }).forEach(tell);
  sharedRows(names, tables).forEach(tell);
  return { kind, entries, problems };
}

function uniqueClips(files: readonly File[], tell: Tell): Unlabelled[] {
  const clips = new Map<string, File>();
  for (const file of files) {
    if (clips.has(file.name)) tell({ kind: 'same-name', file: file.name });
    else clips.set(file.name, file);
  }
  return [...clips].map(([name, file]) => ({ name, file, given: null }));
}

/** The entries of the first predictions file that is one, where there are no clips. */
async function readPredictions(
  files: readonly File[],
  besideClips: boolean,
  tell: Tell,
): Promise<Unlabelled[]> {
  let taken: readonly GivenPrediction[] = [];
  for (const file of files) {
    const read = await readPredictionsFile(file);
    if (!('predictions' in read)) read.problems.forEach(tell);
    else if (besideClips || taken.length > 0) tell({ kind: 'predictions-unused', file: file.name });
    else {
      taken = read.predictions;
      read.problems.forEach(tell);
    }
  }
  return taken.map(({ name, shares }) => ({ name, file: null, given: shares }));
}

function withLabel(entry: Unlabelled, table: ReadonlyMap<string, MetadataRow>): InputEntry {
  const row = table.get(matchKey(entry.name));
  return { ...entry, label: row?.label ?? labelByName(entry.name), fold: row?.fold ?? null };
}

function labelByName(name: string): Prediction | null {
  try {
    return clipLabel(parseClipName(matchKey(name)));
  } catch (error) {
    if (error instanceof ClipNameError) return null;
    throw error;
  }
}

/** By code units, the same everywhere. */
function byName(one: InputEntry, other: InputEntry): number {
  return one.name < other.name ? -1 : 1;
}
