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

const { count, megabytes, short } = numbersOf('de');
const quoted = quotedIn('„', '“', '(leer)');

const GONE =
  'Sie lässt sich nicht mehr lesen: verschoben, gelöscht oder geändert. Bitte erneut wählen.';

const ROWS = { one: 'Zeile', other: 'Zeilen' };

export const inputProblemWords: Words['inputProblemWords'] = (problem) => {
  switch (problem.kind) {
    case 'other-file':
      return otherFileWords(problem.format);
    case 'spreadsheet':
      return 'Arbeitsmappen werden hier nicht gelesen: bitte das Blatt im Tabellenprogramm als csv speichern.';
    case 'same-name':
      return 'Es gibt schon einen Clip mit diesem Namen, und der zählt.';
    case 'file-unreadable':
      return GONE;
    case 'file-empty':
      return 'Die Datei ist leer.';
    case 'file-binary':
      return 'Sie ist kein Text, was auch immer ihr Name sagt.';
    case 'file-large':
      return `Sie ist größer als ${megabytes(problem.limit)} MB, und das ist keine Tabelle und keine Datei mit Vorhersagen.`;
    case 'columns-missing':
      return `Es ${problem.columns.length === 1 ? 'fehlt die Spalte' : 'fehlen die Spalten'} ${problem.columns.join(', ')}.`;
    case 'columns-repeated':
      return `Doppelt vorhanden: ${problem.columns.join(', ')}; welche Spalte zählt, sagt nichts.`;
    case 'table-empty':
      return 'Sie hat eine Kopfzeile und keine Zeilen.';
    case 'table-alone':
      return 'Sie enthält Labels für Clips oder Vorhersagen: bitte auch diese hinzufügen.';
    case 'row-malformed':
    case 'row-quotes':
    case 'row-invalid':
    case 'row-repeated':
      return rowWords(problem);
    case 'json-invalid':
      return `Das ist kein JSON: In Zeile ${problem.line}, Spalte ${problem.column}, gehört ${problem.found === '' ? 'das Ende der Datei' : quoted(problem.found)} nicht hin.`;
    case 'json-deep':
      return 'Sie ist zu tief verschachtelt, um Vorhersagen zu enthalten.';
    case 'predictions-missing':
      return 'Das ist JSON, aber es enthält keine Vorhersagen: das sind Namen von Clips, jeder mit einer Liste von Emotionen und Salienzen.';
    case 'predictions-empty':
      return 'Das ist eine Datei mit Vorhersagen, in der kein Clip vorkommt.';
    case 'predictions-unused':
      return 'Sie bleibt beiseite: bewertet wird nur eine einzige Datei mit Vorhersagen, ohne Clips.';
    case 'archive-damaged':
      return 'Das ist kein zip oder ein beschädigtes.';
    case 'archive-without-predictions':
      return 'In diesem zip ist keine json.';
    case 'archive-ambiguous':
      return `Dieses zip enthält ${count(problem.inside.length, { one: 'Datei', other: 'Dateien' })} mit Vorhersagen: bitte eine wählen aus ${problem.inside.map(quoted).join(', ')}.`;
    case 'prediction-invalid':
      return `Zeile ${problem.line}, Clip ${quoted(problem.clip)}, wird ausgelassen: ${faultWords(problem.fault)}`;
    case 'rows-unmatched':
    case 'entries-unmatched':
      return unmatchedWords(problem);
    case 'row-shared':
      return `Er hat das Label von ${quoted(problem.earlier)}: eine Zeile nennt beide, und beide werden bewertet.`;
  }
};

function otherFileWords(format: FileFormat | null): string {
  if (format === null) return GONE;
  if (CONVERTIBLE.has(format)) return `Die Datei ist ${formatName(format)}. ${CONVERT}`;
  return `Die Datei ist ${formatName(format)}, weder ein Clip (mp4, mov, webm, mkv) noch eine Tabelle (csv) noch Vorhersagen (json, zip).`;
}

function rowWords(problem: RowProblem): string {
  const { line } = problem;
  switch (problem.kind) {
    case 'row-malformed':
      return `Zeile ${line} hat ${count(problem.cells, { one: 'Zelle', other: 'Zellen' })}, die Kopfzeile ${problem.expected}; sie wird ausgelassen.`;
    case 'row-quotes':
      return problem.quotes === 'given-up'
        ? `Alles ab Zeile ${line} wird ausgelassen: zu viele Anführungszeichen stehen falsch.`
        : `Zeile ${line} wird ausgelassen: ein Anführungszeichen darin steht falsch oder wird nicht geschlossen.`;
    case 'row-invalid':
      return `Zeile ${line} wird ausgelassen: ${problem.column} ${quoted(problem.value)} passt nicht.`;
    case 'row-repeated': {
      const { earlier, file, clip } = problem;
      const where = `Zeile ${earlier.line}${earlier.file === file ? '' : ` von ${earlier.file}`}`;
      return earlier.clip === clip
        ? `Zeile ${line} wird ausgelassen: ${quoted(clip)} steht schon in ${where}, und die zählt.`
        : `Zeile ${line} wird ausgelassen: ${quoted(clip)} meint denselben Clip wie ${quoted(earlier.clip)} in ${where}, und die zählt.`;
    }
  }
}

function faultWords(fault: PredictionFault): string {
  switch (fault.kind) {
    case 'form':
      return 'das ist nicht der Name eines Clips mit einer Liste von Emotionen und Salienzen.';
    case 'empty':
      return 'keine Emotion ist genannt.';
    case 'emotion-unknown':
      return `Emotion ${fault.item}, ${quoted(fault.value)}, ist keine von ${EMOTIONS.join(', ')}.`;
    case 'salience-invalid':
      return `die Salienz von Emotion ${fault.item}, ${quoted(fault.value)}, ist keine Zahl von 0 bis 100.`;
    case 'emotion-repeated':
      return `${fault.emotion} ist zweimal genannt.`;
    case 'scale':
      return fault.others === 'percents'
        ? 'die Salienzen sind Anteile von 1, die anderen sind Prozente.'
        : 'die Salienzen sind Prozente, die anderen sind Anteile von 1.';
    case 'clip-repeated':
      return `gemeint ist derselbe Clip wie ${quoted(fault.earlier)} davor, und der zählt.`;
  }
}

function unmatchedWords(problem: UnmatchedProblem): string {
  const { unmatched, entries, inputs } = problem;
  const [first] = unmatched;
  const example = first === undefined ? '' : `; der erste Name ist ${nameWords(first)}`;
  const forms =
    inputs === 'clips'
      ? { one: 'Clip', other: 'Clips' }
      : { one: 'Vorhersage', other: 'Vorhersagen' };
  const all = count(entries, forms);
  const part = short(unmatched.length, 0);
  if (problem.kind === 'entries-unmatched') {
    return unmatched.length === entries
      ? `Keine Zeile passt zu ${all}${example}.`
      : `Ohne Zeile: ${part} von ${all}${example}.`;
  }
  return unmatched.length === problem.rows
    ? `${count(problem.rows, ROWS)}, von denen keine zu ${all} passt${example}.`
    : `Ohne Gegenstück in ${all}: ${part} von ${count(problem.rows, ROWS)}${example}.`;
}

export const nameWords: Words['nameWords'] = ({ name, line, nearest }) => {
  const where = line === null ? '' : ` in Zeile ${line}`;
  return `${quoted(name)}${where}${nearest === null ? '' : `, am ähnlichsten ist ${quoted(nearest)}`}`;
};

export const clipProblemWords: Words['clipProblemWords'] = (problem) => {
  if (problem.kind === 'no-face') {
    return `Kein Gesicht gefunden, in ${count(problem.frames, { one: 'Bild', other: 'Bildern' })}.`;
  }
  if (problem.kind === 'too-short') {
    return `Ein Gesicht ist nur in ${count(problem.frames, { one: 'Bild', other: 'Bildern' })} zu sehen, und das Modell liest mehr auf einmal.`;
  }
  if (problem.kind === 'model-unavailable') {
    return `Der Grafikchip fiel bei jedem Lesen aus, insgesamt ${short(problem.reads, 0)}-mal. Ein neuer Start macht damit weiter.`;
  }
  if (problem.kind === 'analysis-failed') {
    return `${failureMessage(problem.failure).title} Ein neuer Start macht damit weiter.`;
  }
  const { what, advice } = fileProblemWords(problem);
  return `Die Datei ${what}. ${advice}`;
};
