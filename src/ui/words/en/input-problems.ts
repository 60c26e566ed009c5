import type { ClipProblem } from '../../../evaluation/clip-problem.ts';
import type {
  InputProblem,
  PredictionFault,
  RowProblem,
  UnmatchedName,
  UnmatchedProblem,
} from '../../../evaluation/inputs/input-problem.ts';
import { EMOTIONS } from '../../../core/blemore/emotions.ts';
import type { FileFormat } from '../../../core/media/file-format.ts';
import { CONVERTIBLE } from '../convertible.ts';
import { CONVERT, fileProblemWords, formatName } from './file-problems.ts';
import { failureMessage } from './failures.ts';
import { numbersOf, type Forms } from '../numbers.ts';
import { quotedIn } from '../quoted.ts';

const quoted = quotedIn('“', '”', '(empty)');
const { count, megabytes, short } = numbersOf('en');

const some = (value: number, one: string): string =>
  count(value, { one, other: `${one}s` } satisfies Forms);

const GONE = 'It cannot be read any more: it was moved, deleted or changed. Choose it again.';

/** Why a file, or a part of one, does not fit. */
export function inputProblemWords(problem: InputProblem): string {
  switch (problem.kind) {
    case 'other-file':
      return otherFileWords(problem.format);
    case 'spreadsheet':
      return 'A workbook is not read here: save its sheet as csv in your spreadsheet program.';
    case 'same-name':
      return 'There is a clip of this name already, which counts.';
    case 'file-unreadable':
      return GONE;
    case 'file-empty':
      return 'The file is empty.';
    case 'file-binary':
      return 'It is no text, whatever its name says.';
    case 'file-large':
      return `It is larger than ${megabytes(problem.limit)} MB, and no table or predictions file is.`;
    case 'columns-missing':
      return `It lacks the ${columnWords(problem.columns)}.`;
    case 'columns-repeated':
      return `It has the ${columnWords(problem.columns)} twice, and nothing says which counts.`;
    case 'table-empty':
      return 'It has a heading and no rows.';
    case 'table-alone':
      return 'It labels clips or predictions: add them, too.';
    case 'row-malformed':
    case 'row-quotes':
    case 'row-invalid':
    case 'row-repeated':
      return rowWords(problem);
    case 'json-invalid':
      return `It is not JSON: in line ${problem.line}, column ${problem.column}, ${found(problem.found)} does not belong.`;
    case 'json-deep':
      return 'It is nested too deeply to be predictions.';
    case 'predictions-missing':
      return 'It is JSON, but there are no predictions in it: they are clips’ names, each with a list of emotions and saliences.';
    case 'predictions-empty':
      return 'It is a predictions file without a clip in it.';
    case 'predictions-unused':
      return 'It is left aside: only one predictions file alone, without clips, is scored.';
    case 'archive-damaged':
      return 'It is no zip, or a damaged one.';
    case 'archive-without-predictions':
      return 'There is no json in this zip.';
    case 'archive-ambiguous':
      return `This zip holds ${some(problem.inside.length, 'predictions file')}: choose one of ${problem.inside.map(quoted).join(', ')}.`;
    case 'prediction-invalid':
      return `Line ${problem.line}, clip ${quoted(problem.clip)}, is left out: ${faultWords(problem.fault)}`;
    case 'rows-unmatched':
    case 'entries-unmatched':
      return unmatchedWords(problem);
    case 'row-shared':
      return `It has the label of ${quoted(problem.earlier)}: one row names both, and both are scored.`;
  }
}

function otherFileWords(format: FileFormat | null): string {
  if (format === null) return GONE;
  if (CONVERTIBLE.has(format)) return `It is ${formatName(format)}. ${CONVERT}`;
  return `It is ${formatName(format)}, neither a clip (mp4, mov, webm, mkv), nor a table (csv), nor predictions (json, zip).`;
}

function columnWords(columns: readonly string[]): string {
  return `${columns.length === 1 ? 'column' : 'columns'} ${columns.join(', ')}`;
}

function rowWords(problem: RowProblem): string {
  const { line } = problem;
  switch (problem.kind) {
    case 'row-malformed':
      return `Line ${line} has ${some(problem.cells, 'cell')} where the heading has ${problem.expected}; it is left out.`;
    case 'row-quotes':
      return problem.quotes === 'given-up'
        ? `Everything from line ${line} on is left out: too many quotation marks are out of place.`
        : `Line ${line} is left out: a quotation mark in it is out of place or does not close.`;
    case 'row-invalid':
      return `Line ${line} is left out: its ${problem.column} ${quoted(problem.value)} does not fit.`;
    case 'row-repeated': {
      const { earlier, file, clip } = problem;
      const where = `line ${earlier.line}${earlier.file === file ? '' : ` of ${earlier.file}`}`;
      return earlier.clip === clip
        ? `Line ${line} is left out: ${quoted(clip)} is in ${where} already, which counts.`
        : `Line ${line} is left out: ${quoted(clip)} means the same clip as ${quoted(earlier.clip)} in ${where}, which counts.`;
    }
  }
}

function faultWords(fault: PredictionFault): string {
  switch (fault.kind) {
    case 'form':
      return 'it is not a clip’s name with a list of emotions and saliences.';
    case 'empty':
      return 'it names no emotion.';
    case 'emotion-unknown':
      return `its emotion ${fault.item}, ${quoted(fault.value)}, is none of ${EMOTIONS.join(', ')}.`;
    case 'salience-invalid':
      return `the salience of its emotion ${fault.item}, ${quoted(fault.value)}, is no number from 0 to 100.`;
    case 'emotion-repeated':
      return `it names ${fault.emotion} twice.`;
    case 'scale':
      return fault.others === 'percents'
        ? 'its saliences are shares of 1, and the others are percents.'
        : 'its saliences are percents, and the others are shares of 1.';
    case 'clip-repeated':
      return `it means the same clip as ${quoted(fault.earlier)} before it, which counts.`;
  }
}

function unmatchedWords(problem: UnmatchedProblem): string {
  const { unmatched, entries, inputs } = problem;
  const [first] = unmatched;
  const example = first === undefined ? '' : `; the first is ${nameWords(first)}`;
  const one = inputs === 'clips' ? 'clip' : 'prediction';
  const part = short(unmatched.length, 0);
  const all = some(entries, one);
  if (problem.kind === 'entries-unmatched') {
    return unmatched.length === entries
      ? `No row names ${entries === 1 ? `your ${one}` : `any of your ${all}`}${example}.`
      : `${part} of your ${all} ${unmatched.length === 1 ? 'has' : 'have'} no row${example}.`;
  }
  const named = entries === 1 ? `your ${one}` : `one of your ${all}`;
  return unmatched.length === problem.rows
    ? `${some(problem.rows, 'row')}, none of which names ${named}${example}.`
    : `${part} of ${some(problem.rows, 'row')} ${unmatched.length === 1 ? 'does' : 'do'} not name ${named}${example}.`;
}

/** A name that matched nothing: “a.mov” in line 3, and the nearest is “a1.mov”. */
export function nameWords({ name, line, nearest }: UnmatchedName): string {
  const where = line === null ? '' : ` in line ${line}`;
  return `${quoted(name)}${where}${nearest === null ? '' : `, and the nearest to it is ${quoted(nearest)}`}`;
}

/** Why a clip has no result. */
export function clipProblemWords(problem: ClipProblem): string {
  if (problem.kind === 'no-face') {
    return `No face was found in any of its ${some(problem.frames, 'frame')}.`;
  }
  if (problem.kind === 'too-short') {
    return `It shows a face in only ${some(problem.frames, 'frame')}, and the model reads more at once.`;
  }
  if (problem.kind === 'model-unavailable') {
    return `The graphics chip stopped each time it was read, ${some(problem.reads, 'time')} in all. Start again to go on with it.`;
  }
  if (problem.kind === 'analysis-failed') {
    return `${failureMessage(problem.failure).title} Start again to go on with it.`;
  }
  const { what, advice } = fileProblemWords(problem);
  return `It ${what}. ${advice}`;
}

function found(text: string): string {
  return text === '' ? 'the end of the file' : quoted(text);
}
