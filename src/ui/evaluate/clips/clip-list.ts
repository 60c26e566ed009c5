import type { ClipRow } from '../../../evaluation/clip-row.ts';
import type { Words } from '../../words/en.ts';
import { sharesWords } from '../../words/evaluate.ts';

export type SortKey = 'name' | 'label' | 'prediction' | 'presence' | 'salience' | 'fold' | 'faces';

export interface Sorting {
  readonly key: SortKey;
  readonly descending: boolean;
}

export type Filter = 'all' | 'wrong' | 'failed';

/** The rows to show, in order; rows without a value are last either way, equals stay by name. */
export function listed(
  words: Words,
  rows: readonly ClipRow[],
  filter: Filter,
  sorting: Sorting,
): ClipRow[] {
  const collator = new Intl.Collator(words.locale, { numeric: true });
  const { key, descending } = sorting;
  return rows
    .filter((row) => passes(row, filter))
    .sort((a, b) => compare(collator, valueOf(words, a, key), valueOf(words, b, key), descending));
}

/** The same column again turns the order round. */
export function sortedBy(key: SortKey, before: Sorting): Sorting {
  return { key, descending: before.key === key && !before.descending };
}

/** Wrong is a clip whose emotions or saliences are not the label's. */
export function isWrong({ presenceRight, salienceRight }: ClipRow): boolean {
  return presenceRight === false || salienceRight === false;
}

function passes(row: ClipRow, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'wrong':
      return isWrong(row);
    case 'failed':
      return row.clip?.state === 'failed';
  }
}

type Value = string | number | null;

function valueOf(words: Words, row: ClipRow, key: SortKey): Value {
  switch (key) {
    case 'name':
      return row.name;
    case 'label':
      return row.label && sharesWords(words, row.label);
    case 'prediction':
      return row.prediction && sharesWords(words, row.prediction);
    case 'presence':
      return row.presenceRight === null ? null : Number(row.presenceRight);
    case 'salience':
      return row.salienceRight === null ? null : Number(row.salienceRight);
    case 'fold':
      return row.fold;
    case 'faces':
      return facesShare(row);
  }
}

/** The share of the analysed frames that show a face. */
function facesShare({ clip }: ClipRow): number | null {
  return clip?.state === 'finished' ? clip.result.read / clip.result.frames : null;
}

function compare(collator: Intl.Collator, a: Value, b: Value, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return descending ? -order : order;
}
