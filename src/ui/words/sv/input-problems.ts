import { EMOTIONS } from '../../../core/blemore/emotions.ts';
import type { FileFormat } from '../../../core/media/file-format.ts';
import type {
  PredictionFault,
  RowProblem,
  UnmatchedProblem,
} from '../../../evaluation/inputs/input-problem.ts';
import { CONVERTIBLE } from '../convertible.ts';
import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';
import { quotedIn } from '../quoted.ts';
import { failureMessage } from './failures.ts';
import { CONVERT, fileProblemWords, formatName } from './file-problems.ts';

const { count, megabytes, short } = numbersOf('sv');
const quoted = quotedIn('”', '”', '(tomt)');

const GONE =
  'Den går inte längre att läsa: den har flyttats, raderats eller ändrats. Välj den igen.';

const ROWS = { one: 'rad', other: 'rader' };

export const inputProblemWords: Words['inputProblemWords'] = (problem) => {
  switch (problem.kind) {
    case 'other-file':
      return otherFileWords(problem.format);
    case 'spreadsheet':
      return 'Arbetsböcker läses inte här: spara bladet som csv i kalkylprogrammet.';
    case 'same-name':
      return 'Det finns redan ett klipp med det namnet, och det räknas.';
    case 'file-unreadable':
      return GONE;
    case 'file-empty':
      return 'Filen är tom.';
    case 'file-binary':
      return 'Den är ingen text, vad namnet än säger.';
    case 'file-large':
      return `Den är större än ${megabytes(problem.limit)} MB, och det är ingen tabell eller fil med prediktioner.`;
    case 'columns-missing':
      return `Den saknar ${problem.columns.length === 1 ? 'kolumnen' : 'kolumnerna'} ${problem.columns.join(', ')}.`;
    case 'columns-repeated':
      return `Den har ${problem.columns.length === 1 ? 'kolumnen' : 'kolumnerna'} ${problem.columns.join(', ')} två gånger, och inget säger vilken som räknas.`;
    case 'table-empty':
      return 'Den har en rubrikrad men inga rader.';
    case 'table-alone':
      return 'Den innehåller etiketter för klipp eller prediktioner: lägg till dem också.';
    case 'row-malformed':
    case 'row-quotes':
    case 'row-invalid':
    case 'row-repeated':
      return rowWords(problem);
    case 'json-invalid':
      return `Det är inte JSON: på rad ${problem.line}, kolumn ${problem.column}, hör ${problem.found === '' ? 'filens slut' : quoted(problem.found)} inte hemma.`;
    case 'json-deep':
      return 'Den är för djupt nästlad för att vara prediktioner.';
    case 'predictions-missing':
      return 'Det är JSON, men utan prediktioner: det är namn på klipp, vart och ett med en lista över känslor och deras salience.';
    case 'predictions-empty':
      return 'Det är en fil med prediktioner utan något klipp i.';
    case 'predictions-unused':
      return 'Den läggs åt sidan: bara en enda fil med prediktioner, utan klipp, bedöms.';
    case 'archive-damaged':
      return 'Det är ingen zip, eller en skadad sådan.';
    case 'archive-without-predictions':
      return 'Det finns ingen json i den här zip-filen.';
    case 'archive-ambiguous':
      return `Den här zip-filen innehåller ${count(problem.inside.length, { one: 'fil', other: 'filer' })} med prediktioner: välj en av ${problem.inside.map(quoted).join(', ')}.`;
    case 'prediction-invalid':
      return `Rad ${problem.line}, klipp ${quoted(problem.clip)}, utelämnas: ${faultWords(problem.fault)}`;
    case 'rows-unmatched':
    case 'entries-unmatched':
      return unmatchedWords(problem);
    case 'row-shared':
      return `Det har samma etikett som ${quoted(problem.earlier)}: en rad nämner båda, och båda bedöms.`;
  }
};

function otherFileWords(format: FileFormat | null): string {
  if (format === null) return GONE;
  if (CONVERTIBLE.has(format)) return `Det är ${formatName(format)}. ${CONVERT}`;
  return `Det är ${formatName(format)}, varken ett klipp (mp4, mov, webm, mkv), en tabell (csv) eller prediktioner (json, zip).`;
}

function rowWords(problem: RowProblem): string {
  const { line } = problem;
  switch (problem.kind) {
    case 'row-malformed':
      return `Rad ${line} har ${count(problem.cells, { one: 'cell', other: 'celler' })} där rubrikraden har ${problem.expected}; den utelämnas.`;
    case 'row-quotes':
      return problem.quotes === 'given-up'
        ? `Allt från rad ${line} utelämnas: för många citattecken står fel.`
        : `Rad ${line} utelämnas: ett citattecken i den står fel eller avslutas inte.`;
    case 'row-invalid':
      return `Rad ${line} utelämnas: ${problem.column} ${quoted(problem.value)} passar inte.`;
    case 'row-repeated': {
      const { earlier, file, clip } = problem;
      const where = `rad ${earlier.line}${earlier.file === file ? '' : ` i ${earlier.file}`}`;
      return earlier.clip === clip
        ? `Rad ${line} utelämnas: ${quoted(clip)} finns redan på ${where}, som räknas.`
        : `Rad ${line} utelämnas: ${quoted(clip)} avser samma klipp som ${quoted(earlier.clip)} på ${where}, som räknas.`;
    }
  }
}

function faultWords(fault: PredictionFault): string {
  switch (fault.kind) {
    case 'form':
      return 'det är inte namnet på ett klipp med en lista över känslor och deras salience.';
    case 'empty':
      return 'den nämner ingen känsla.';
    case 'emotion-unknown':
      return `känsla ${fault.item}, ${quoted(fault.value)}, är ingen av ${EMOTIONS.join(', ')}.`;
    case 'salience-invalid':
      return `salience för känsla ${fault.item}, ${quoted(fault.value)}, är inget tal från 0 till 100.`;
    case 'emotion-repeated':
      return `den nämner ${fault.emotion} två gånger.`;
    case 'scale':
      return fault.others === 'percents'
        ? 'dess salience är andelar av 1, de andras är procent.'
        : 'dess salience är procent, de andras är andelar av 1.';
    case 'clip-repeated':
      return `den avser samma klipp som ${quoted(fault.earlier)} före den, som räknas.`;
  }
}

function unmatchedWords(problem: UnmatchedProblem): string {
  const { unmatched, entries, inputs } = problem;
  const [first] = unmatched;
  const example = first === undefined ? '' : `; den första är ${nameWords(first)}`;
  const forms =
    inputs === 'clips' ? { other: 'klipp' } : { one: 'prediktion', other: 'prediktioner' };
  const all = count(entries, forms);
  const part = short(unmatched.length, 0);
  if (problem.kind === 'entries-unmatched') {
    return unmatched.length === entries
      ? `Ingen rad motsvarar ${all}${example}.`
      : `Utan rad: ${part} av ${all}${example}.`;
  }
  return unmatched.length === problem.rows
    ? `${count(problem.rows, ROWS)}, varav ingen motsvarar ${all}${example}.`
    : `Utan motsvarighet bland ${all}: ${part} av ${count(problem.rows, ROWS)}${example}.`;
}

export const nameWords: Words['nameWords'] = ({ name, line, nearest }) => {
  const where = line === null ? '' : ` på rad ${line}`;
  return `${quoted(name)}${where}${nearest === null ? '' : `, mest likt är ${quoted(nearest)}`}`;
};

export const clipProblemWords: Words['clipProblemWords'] = (problem) => {
  if (problem.kind === 'no-face') {
    return `Inget ansikte hittades i ${count(problem.frames, { one: 'bildruta', other: 'bildrutor' })}.`;
  }
  if (problem.kind === 'too-short') {
    return `Ett ansikte syns bara i ${count(problem.frames, { one: 'bildruta', other: 'bildrutor' })}, och modellen läser fler åt gången.`;
  }
  if (problem.kind === 'model-unavailable') {
    return `Grafikkretsen stannade varje gång klippet lästes, sammanlagt ${count(problem.reads, { one: 'gång', other: 'gånger' })}. Starta igen för att fortsätta med det.`;
  }
  if (problem.kind === 'analysis-failed') {
    return `${failureMessage(problem.failure).title} Starta igen för att fortsätta med det.`;
  }
  const { what, advice } = fileProblemWords(problem);
  return `Filen ${what}. ${advice}`;
};
