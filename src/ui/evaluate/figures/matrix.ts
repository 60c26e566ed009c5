import type { ConfusionMatrix } from '../../../core/blemore/confusion.ts';
import { LABELS } from '../../../core/blemore/label.ts';
import { EMOTION_STYLE, EMOTION_STYLES } from '../../emotion-style.ts';
import { sharesWords } from '../../words/evaluate.ts';

/** One row or column of a confusion matrix. */
export interface Heading {
  readonly name: string;
  /** For where there is little room. */
  readonly short: string;
}

export const EMOTION_HEADINGS: readonly Heading[] = EMOTION_STYLES.map(({ name }) => ({
  name,
  short: name.slice(0, 3),
}));

/** The 36 labels in their order: "Anger", "30 Anger · 70 Disgust". */
export const LABEL_HEADINGS: readonly Heading[] = LABELS.map((label) => ({
  name: sharesWords(label),
  short: label
    .map(({ emotion, salience }) => {
      const name = EMOTION_STYLE[emotion].name.slice(0, 3);
      return label.length === 1 ? name : `${salience} ${name}`;
    })
    .join(' '),
}));

/** How strongly each cell is coloured, in percent: its share of its row. */
export function rowShares(matrix: ConfusionMatrix): number[][] {
  return matrix.map((row) => {
    const total = row.reduce((sum, value) => sum + value, 0);
    return row.map((value) => (total === 0 ? 0 : (value / total) * 100));
  });
}
