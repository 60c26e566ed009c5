import { blend, RATIOS, single, type BlendSalience } from '../../core/blemore/label.ts';
import { EMOTIONS, type Emotion } from '../../core/blemore/emotions.ts';
import type { Prediction } from '../../core/blemore/prediction.ts';

/** The columns a label is made of. */
export const COLUMNS = [
  'mix',
  'emotion_1',
  'emotion_2',
  'emotion_1_salience',
  'emotion_2_salience',
] as const;

type Column = (typeof COLUMNS)[number];

/** A row's cells by column. */
export type Cells = ReadonlyMap<string, string>;

/** A label, null where the row names none; or the first column that does not fit. */
export type ReadLabel = { readonly label: Prediction | null } | { readonly wrong: Column };

/** The label of a row. A single emotion's saliences are not looked at: files differ in them. */
export function readLabel(cells: Cells): ReadLabel {
  const cell = (column: Column) => cells.get(column) ?? '';
  if (cell('emotion_1') === '' && cell('emotion_2') === '') return { label: null };
  const first = emotionOf(cell('emotion_1'));
  if (first === null) return { wrong: 'emotion_1' };
  switch (cell('mix').toLowerCase()) {
    case '0':
    case '0.0':
    case 'false':
      return cell('emotion_2') === '' ? { label: single(first) } : { wrong: 'emotion_2' };
    case '1':
    case '1.0':
    case 'true':
      return readBlend(first, cell);
    default:
      return { wrong: 'mix' };
  }
}

function readBlend(first: Emotion, cell: (column: Column) => string): ReadLabel {
  const second = emotionOf(cell('emotion_2'));
  if (first === 'neu') return { wrong: 'emotion_1' };
  if (second === null || second === 'neu' || second === first) return { wrong: 'emotion_2' };
  const one = salienceOf(cell('emotion_1_salience'));
  if (one === null) return { wrong: 'emotion_1_salience' };
  const other = salienceOf(cell('emotion_2_salience'));
  if (other === null || one + other !== 100) return { wrong: 'emotion_2_salience' };
  return {
    label: blend({ emotion: first, salience: one }, { emotion: second, salience: other }),
  };
}

function emotionOf(text: string): Emotion | null {
  return EMOTIONS.find((emotion) => emotion === text) ?? null;
}

function salienceOf(text: string): BlendSalience | null {
  return RATIOS.map(([share]) => share).find((share) => share === Number(text)) ?? null;
}
