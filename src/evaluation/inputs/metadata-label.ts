import { blend, RATIOS, single, type BlendSalience } from '../../core/blemore/label.ts';
import type { Emotion } from '../../core/blemore/emotions.ts';
import type { Prediction } from '../../core/blemore/prediction.ts';
import { emotionNamed } from './emotion-words.ts';

/** The columns a label is made of. */
export const COLUMNS = [
  'mix',
  'emotion_1',
  'emotion_2',
  'emotion_1_salience',
  'emotion_2_salience',
] as const;

export type LabelColumn = (typeof COLUMNS)[number];

/** A label, null where the row names none; or the first column that does not fit. */
export type ReadLabel = { readonly label: Prediction | null } | { readonly wrong: LabelColumn };

/** As data frames write them, and spreadsheets in the languages most of them are used in. */
const NO = new Set([
  ...['0', '0.0', 'false', 'no', 'falsch', 'nein', 'falskt', 'nej', 'faux', 'non', 'falso'],
]);
const YES = new Set([
  ...['1', '1.0', 'true', 'yes', 'wahr', 'ja', 'sant', 'vrai', 'oui', 'verdadero', 'sí', 'vero'],
]);

/**
 * The label of a row. A single emotion's saliences are not looked at: files differ in them.
 *
 * @param cell a column's trimmed text, empty where there is none
 */
export function readLabel(cell: (column: LabelColumn) => string): ReadLabel {
  if (COLUMNS.every((column) => cell(column) === '')) return { label: null };
  const first = emotionNamed(cell('emotion_1'));
  if (first === null) return { wrong: 'emotion_1' };
  const mix = cell('mix').toLowerCase().replace(',', '.');
  if (YES.has(mix)) return readBlend(first, cell);
  if (!NO.has(mix)) return { wrong: 'mix' };
  return cell('emotion_2') === '' ? { label: single(first) } : { wrong: 'emotion_2' };
}

function readBlend(first: Emotion, cell: (column: LabelColumn) => string): ReadLabel {
  const second = emotionNamed(cell('emotion_2'));
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

/** 70, 70.0, 70,0, 70 % or 0.7: no two of the protocol's saliences can be mixed up by that. */
function salienceOf(text: string): BlendSalience | null {
  const digits = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text);
  if (digits === null) return null;
  const value = Number(digits[1]?.replace(',', '.'));
  const percent = value < 1 && digits[2] === '' ? value * 100 : value;
  return RATIOS.map(([share]) => share).find((share) => Math.abs(share - percent) < 1e-6) ?? null;
}
