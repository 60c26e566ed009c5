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

const { count, megabytes, short } = numbersOf('fr');
const quoted = quotedIn('« ', ' »', '(vide)');

const GONE = 'Il ne peut plus être lu : déplacé, supprimé ou modifié. Choisissez-le de nouveau.';

const ROWS = { one: 'ligne', other: 'lignes' };

export const inputProblemWords: Words['inputProblemWords'] = (problem) => {
  switch (problem.kind) {
    case 'other-file':
      return otherFileWords(problem.format);
    case 'spreadsheet':
      return 'Les classeurs ne sont pas lus ici : enregistrez la feuille en csv avec votre tableur.';
    case 'same-name':
      return 'Il y a déjà un clip de ce nom, et c’est lui qui compte.';
    case 'file-unreadable':
      return GONE;
    case 'file-empty':
      return 'Le fichier est vide.';
    case 'file-binary':
      return 'Ce n’est pas un texte, quoi que dise son nom.';
    case 'file-large':
      return `Il dépasse ${megabytes(problem.limit)} Mo, plus que tout tableau ou fichier de prédictions.`;
    case 'columns-missing':
      return `Il lui manque ${columnWords(problem.columns)}.`;
    case 'columns-repeated':
      return `Il contient deux fois ${columnWords(problem.columns)}, et rien ne dit ce qui compte.`;
    case 'table-empty':
      return 'Il a un en-tête, mais aucune ligne.';
    case 'table-alone':
      return 'Il étiquette des clips ou des prédictions : ajoutez-les aussi.';
    case 'row-malformed':
    case 'row-quotes':
    case 'row-invalid':
    case 'row-repeated':
      return rowWords(problem);
    case 'json-invalid':
      return `Ce n’est pas du JSON : à la ligne ${problem.line}, colonne ${problem.column}, ${problem.found === '' ? 'la fin du fichier' : quoted(problem.found)} n’a pas sa place.`;
    case 'json-deep':
      return 'Il est trop profondément imbriqué pour contenir des prédictions.';
    case 'predictions-missing':
      return 'C’est du JSON, mais sans prédictions : ce sont des noms de clips, chacun avec une liste d’émotions et de saillances.';
    case 'predictions-empty':
      return 'C’est un fichier de prédictions sans aucun clip.';
    case 'predictions-unused':
      return 'Il est laissé de côté : un seul fichier de prédictions, sans clips, est noté.';
    case 'archive-damaged':
      return 'Ce n’est pas un zip, ou il est endommagé.';
    case 'archive-without-predictions':
      return 'Il n’y a pas de json dans ce zip.';
    case 'archive-ambiguous':
      return `Ce zip contient ${count(problem.inside.length, { one: 'fichier', other: 'fichiers' })} de prédictions : choisissez-en un parmi ${problem.inside.map(quoted).join(', ')}.`;
    case 'prediction-invalid':
      return `La ligne ${problem.line}, clip ${quoted(problem.clip)}, est laissée de côté : ${faultWords(problem.fault)}`;
    case 'rows-unmatched':
    case 'entries-unmatched':
      return unmatchedWords(problem);
    case 'row-shared':
      return `Il a l’étiquette de ${quoted(problem.earlier)} : une ligne nomme les deux, et les deux sont notés.`;
  }
};

function otherFileWords(format: FileFormat | null): string {
  if (format === null) return GONE;
  if (CONVERTIBLE.has(format)) return `C’est ${formatName(format)}. ${CONVERT}`;
  return `C’est ${formatName(format)}, ni un clip (mp4, mov, webm, mkv), ni un tableau (csv), ni des prédictions (json, zip).`;
}

function columnWords(columns: readonly string[]): string {
  return `${columns.length === 1 ? 'la colonne' : 'les colonnes'} ${columns.join(', ')}`;
}

function rowWords(problem: RowProblem): string {
  const { line } = problem;
  switch (problem.kind) {
    case 'row-malformed':
      return `La ligne ${line} a ${count(problem.cells, { one: 'cellule', other: 'cellules' })} là où l’en-tête en a ${problem.expected} ; elle est laissée de côté.`;
    case 'row-quotes':
      return problem.quotes === 'given-up'
        ? `Tout est laissé de côté à partir de la ligne ${line} : trop de guillemets sont mal placés.`
        : `La ligne ${line} est laissée de côté : un guillemet y est mal placé ou ne se ferme pas.`;
    case 'row-invalid':
      return `La ligne ${line} est laissée de côté : ${problem.column} ${quoted(problem.value)} ne convient pas.`;
    case 'row-repeated': {
      const { earlier, file, clip } = problem;
      const where = `à la ligne ${earlier.line}${earlier.file === file ? '' : ` de ${earlier.file}`}`;
      return earlier.clip === clip
        ? `La ligne ${line} est laissée de côté : ${quoted(clip)} se trouve déjà ${where}, qui compte.`
        : `La ligne ${line} est laissée de côté : ${quoted(clip)} désigne le même clip que ${quoted(earlier.clip)} ${where}, qui compte.`;
    }
  }
}

function faultWords(fault: PredictionFault): string {
  switch (fault.kind) {
    case 'form':
      return 'ce n’est pas le nom d’un clip avec une liste d’émotions et de saillances.';
    case 'empty':
      return 'elle ne nomme aucune émotion.';
    case 'emotion-unknown':
      return `son émotion ${fault.item}, ${quoted(fault.value)}, n’est aucune de ${EMOTIONS.join(', ')}.`;
    case 'salience-invalid':
      return `la saillance de son émotion ${fault.item}, ${quoted(fault.value)}, n’est pas un nombre de 0 à 100.`;
    case 'emotion-repeated':
      return `elle nomme ${fault.emotion} deux fois.`;
    case 'scale':
      return fault.others === 'percents'
        ? 'ses saillances sont des parts de 1, et les autres des pourcentages.'
        : 'ses saillances sont des pourcentages, et les autres des parts de 1.';
    case 'clip-repeated':
      return `elle désigne le même clip que ${quoted(fault.earlier)} avant elle, qui compte.`;
  }
}

function unmatchedWords(problem: UnmatchedProblem): string {
  const { unmatched, entries, inputs } = problem;
  const [first] = unmatched;
  const example = first === undefined ? '' : ` ; le premier nom est ${nameWords(first)}`;
  const forms =
    inputs === 'clips'
      ? { one: 'clip', other: 'clips' }
      : { one: 'prédiction', other: 'prédictions' };
  const all = count(entries, forms);
  const part = short(unmatched.length, 0);
  if (problem.kind === 'entries-unmatched') {
    return unmatched.length === entries
      ? `Aucune ligne ne correspond, pour ${all}${example}.`
      : `Sans ligne : ${part} sur ${all}${example}.`;
  }
  return unmatched.length === problem.rows
    ? `${count(problem.rows, ROWS)}, dont aucune ne correspond, pour ${all}${example}.`
    : `Sans correspondance parmi ${all} : ${part} sur ${count(problem.rows, ROWS)}${example}.`;
}

export const nameWords: Words['nameWords'] = ({ name, line, nearest }) => {
  const where = line === null ? '' : ` à la ligne ${line}`;
  return `${quoted(name)}${where}${nearest === null ? '' : `, et le plus proche est ${quoted(nearest)}`}`;
};

export const clipProblemWords: Words['clipProblemWords'] = (problem) => {
  if (problem.kind === 'no-face') {
    return `Aucun visage n’a été trouvé, sur ${count(problem.frames, { one: 'image', other: 'images' })}.`;
  }
  if (problem.kind === 'too-short') {
    return `Un visage n’apparaît que sur ${count(problem.frames, { one: 'image', other: 'images' })}, et le modèle en lit davantage à la fois.`;
  }
  if (problem.kind === 'model-unavailable') {
    return `La puce graphique s’est arrêtée à chaque lecture, ${short(problem.reads, 0)} fois en tout. Relancez pour continuer avec ce clip.`;
  }
  if (problem.kind === 'analysis-failed') {
    return `${failureMessage(problem.failure).title} Relancez pour continuer avec ce clip.`;
  }
  const { what, advice } = fileProblemWords(problem);
  return `Le fichier ${what}. ${advice}`;
};
