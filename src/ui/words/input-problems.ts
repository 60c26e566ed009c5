import type { ClipProblem } from '../../evaluation/clip-problem.ts';
import type { InputProblem } from '../../evaluation/inputs/input-problem.ts';
import { failureMessage } from './failures.ts';
import { count } from './evaluate.ts';

const GONE = 'It cannot be read any more: it was moved, deleted or changed. Choose it again.';

/** Why a file, or a line of one, does not fit. */
export function inputProblemWords(problem: InputProblem): string {
  switch (problem.kind) {
    case 'other-file':
      return 'Neither a clip (mp4, mov, webm), nor a csv, nor a json.';
    case 'same-name':
      return 'There is a clip of this name already, which counts.';
    case 'file-unreadable':
      return GONE;
    case 'columns-missing':
      return `It lacks the ${problem.columns.length === 1 ? 'column' : 'columns'} ${problem.columns.join(', ')}.`;
    case 'table-alone':
      return 'It labels clips or predictions: add them, too.';
    case 'row-malformed':
      return `Line ${problem.line} has ${count(problem.cells, 'cell')} where the heading has ${problem.expected}; it is left out.`;
    case 'row-invalid':
      return `Line ${problem.line} is left out: its ${problem.column} ${quoted(problem.value)} does not fit.`;
    case 'row-repeated':
      return `Line ${problem.line} is left out: an earlier line is about “${problem.clip}”, too.`;
    case 'predictions-invalid':
      return problem.field === ''
        ? `It is not of the challenge’s template: it ${problem.reason}.`
        : `It is not of the challenge’s template at “${problem.field}”: ${problem.reason}.`;
    case 'predictions-unused':
      return 'It is left aside: only one predictions file alone, without clips, is scored.';
  }
}

/** Why a clip has no result. */
export function clipProblemWords(problem: ClipProblem): string {
  switch (problem.kind) {
    case 'unreadable':
      return GONE;
    case 'format-unknown':
      return 'It is no mp4, mov or webm video, whatever its name says.';
    case 'no-video':
      return 'There is no video in it.';
    case 'codec-unsupported':
      return `This browser cannot decode it${problem.codec === null ? '' : ` (${problem.codec})`}: try another browser, or convert it to H.264.`;
    case 'undecodable':
      return `It is damaged or cut short: it could be decoded for ${problem.seconds.toFixed(1)} s.`;
    case 'no-face':
      return `No face was found in any of its ${count(problem.frames, 'frame')}.`;
    case 'model-unavailable':
      return `The graphics chip stopped each time it was read, ${count(problem.reads, 'time')} in all. Start again to go on with it.`;
    case 'analysis-failed':
      return `${failureMessage(problem.failure).title} Start again to go on with it.`;
  }
}

function quoted(value: string): string {
  return value === '' ? '(empty)' : `“${value}”`;
}
