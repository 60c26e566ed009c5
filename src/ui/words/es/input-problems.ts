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

const { count, megabytes, short } = numbersOf('es');
const quoted = quotedIn('«', '»', '(vacío)');

const GONE = 'Ya no se puede leer: se movió, se borró o cambió. Elíjalo de nuevo.';

const ROWS = { one: 'fila', other: 'filas' };

export const inputProblemWords: Words['inputProblemWords'] = (problem) => {
  switch (problem.kind) {
    case 'other-file':
      return otherFileWords(problem.format);
    case 'spreadsheet':
      return 'Los libros de cálculo no se leen aquí: guarde la hoja como csv en su programa.';
    case 'same-name':
      return 'Ya hay un clip con este nombre, y ese es el que cuenta.';
    case 'file-unreadable':
      return GONE;
    case 'file-empty':
      return 'El archivo está vacío.';
    case 'file-binary':
      return 'No es un texto, diga lo que diga su nombre.';
    case 'file-large':
      return `Supera los ${megabytes(problem.limit)} MB, y ninguna tabla ni archivo de predicciones llega a tanto.`;
    case 'columns-missing':
      return `Le ${problem.columns.length === 1 ? 'falta la columna' : 'faltan las columnas'} ${problem.columns.join(', ')}.`;
    case 'columns-repeated':
      return `Tiene dos veces ${problem.columns.length === 1 ? 'la columna' : 'las columnas'} ${problem.columns.join(', ')}, y nada dice cuál cuenta.`;
    case 'table-empty':
      return 'Tiene encabezado, pero ninguna fila.';
    case 'table-alone':
      return 'Etiqueta clips o predicciones: añádalos también.';
    case 'row-malformed':
    case 'row-quotes':
    case 'row-invalid':
    case 'row-repeated':
      return rowWords(problem);
    case 'json-invalid':
      return `No es JSON: en la línea ${problem.line}, columna ${problem.column}, sobra ${problem.found === '' ? 'el final del archivo' : quoted(problem.found)}.`;
    case 'json-deep':
      return 'Está anidado a demasiada profundidad para contener predicciones.';
    case 'predictions-missing':
      return 'Es JSON, pero sin predicciones: son nombres de clips, cada uno con una lista de emociones y saliencias.';
    case 'predictions-empty':
      return 'Es un archivo de predicciones sin ningún clip.';
    case 'predictions-unused':
      return 'Se deja a un lado: solo se puntúa un único archivo de predicciones, sin clips.';
    case 'archive-damaged':
      return 'No es un zip, o está dañado.';
    case 'archive-without-predictions':
      return 'En este zip no hay ningún json.';
    case 'archive-ambiguous':
      return `Este zip contiene ${count(problem.inside.length, { one: 'archivo', other: 'archivos' })} de predicciones: elija uno de ${problem.inside.map(quoted).join(', ')}.`;
    case 'prediction-invalid':
      return `Se excluye la línea ${problem.line}, clip ${quoted(problem.clip)}: ${faultWords(problem.fault)}`;
    case 'rows-unmatched':
    case 'entries-unmatched':
      return unmatchedWords(problem);
    case 'row-shared':
      return `Tiene la etiqueta de ${quoted(problem.earlier)}: una fila nombra ambos, y ambos se puntúan.`;
  }
};

function otherFileWords(format: FileFormat | null): string {
  if (format === null) return GONE;
  if (CONVERTIBLE.has(format)) return `Es ${formatName(format)}. ${CONVERT}`;
  return `Es ${formatName(format)}, no un clip (mp4, mov, webm, mkv), ni una tabla (csv), ni predicciones (json, zip).`;
}

function rowWords(problem: RowProblem): string {
  const { line } = problem;
  switch (problem.kind) {
    case 'row-malformed':
      return `La línea ${line} tiene ${count(problem.cells, { one: 'celda', other: 'celdas' })} donde el encabezado tiene ${problem.expected}; se excluye.`;
    case 'row-quotes':
      return problem.quotes === 'given-up'
        ? `Se excluye todo desde la línea ${line}: hay demasiadas comillas fuera de lugar.`
        : `Se excluye la línea ${line}: tiene unas comillas fuera de lugar o sin cerrar.`;
    case 'row-invalid':
      return `Se excluye la línea ${line}: ${problem.column} ${quoted(problem.value)} no es válido.`;
    case 'row-repeated': {
      const { earlier, file, clip } = problem;
      const where = `la línea ${earlier.line}${earlier.file === file ? '' : ` de ${earlier.file}`}`;
      return earlier.clip === clip
        ? `Se excluye la línea ${line}: ${quoted(clip)} ya está en ${where}, que es la que cuenta.`
        : `Se excluye la línea ${line}: ${quoted(clip)} se refiere al mismo clip que ${quoted(earlier.clip)} en ${where}, que es la que cuenta.`;
    }
  }
}

function faultWords(fault: PredictionFault): string {
  switch (fault.kind) {
    case 'form':
      return 'no es el nombre de un clip con una lista de emociones y saliencias.';
    case 'empty':
      return 'no nombra ninguna emoción.';
    case 'emotion-unknown':
      return `su emoción ${fault.item}, ${quoted(fault.value)}, no es ninguna de ${EMOTIONS.join(', ')}.`;
    case 'salience-invalid':
      return `la saliencia de su emoción ${fault.item}, ${quoted(fault.value)}, no es un número de 0 a 100.`;
    case 'emotion-repeated':
      return `nombra ${fault.emotion} dos veces.`;
    case 'scale':
      return fault.others === 'percents'
        ? 'sus saliencias son partes de 1, y las demás, porcentajes.'
        : 'sus saliencias son porcentajes, y las demás, partes de 1.';
    case 'clip-repeated':
      return `se refiere al mismo clip que ${quoted(fault.earlier)} antes, que es el que cuenta.`;
  }
}

function unmatchedWords(problem: UnmatchedProblem): string {
  const { unmatched, entries, inputs } = problem;
  const [first] = unmatched;
  const example = first === undefined ? '' : `; el primer nombre es ${nameWords(first)}`;
  const forms =
    inputs === 'clips'
      ? { one: 'clip', other: 'clips' }
      : { one: 'predicción', other: 'predicciones' };
  const all = count(entries, forms);
  const part = short(unmatched.length, 0);
  if (problem.kind === 'entries-unmatched') {
    return unmatched.length === entries
      ? `Ninguna fila corresponde, de ${all}${example}.`
      : `Sin fila: ${part} de ${all}${example}.`;
  }
  return unmatched.length === problem.rows
    ? `${count(problem.rows, ROWS)}, ninguna de las cuales corresponde a ${all}${example}.`
    : `Sin correspondencia entre ${all}: ${part} de ${count(problem.rows, ROWS)}${example}.`;
}

export const nameWords: Words['nameWords'] = ({ name, line, nearest }) => {
  const where = line === null ? '' : ` en la línea ${line}`;
  return `${quoted(name)}${where}${nearest === null ? '' : `, y lo más parecido es ${quoted(nearest)}`}`;
};

export const clipProblemWords: Words['clipProblemWords'] = (problem) => {
  if (problem.kind === 'no-face') {
    return `No se encontró ninguna cara, en ${count(problem.frames, { one: 'fotograma', other: 'fotogramas' })}.`;
  }
  if (problem.kind === 'too-short') {
    return `Solo hay una cara en ${count(problem.frames, { one: 'fotograma', other: 'fotogramas' })}, y el modelo lee más a la vez.`;
  }
  if (problem.kind === 'model-unavailable') {
    return `El chip gráfico se detuvo cada vez que se leyó, ${count(problem.reads, { one: 'vez', other: 'veces' })} en total. Inicie de nuevo para continuar con este clip.`;
  }
  if (problem.kind === 'analysis-failed') {
    return `${failureMessage(problem.failure).title} Inicie de nuevo para continuar con este clip.`;
  }
  const { what, advice } = fileProblemWords(problem);
  return `El archivo ${what}. ${advice}`;
};
