import type { ConfusionMatrix } from '../../../core/blemore/confusion.ts';
import { EMOTIONS } from '../../../core/blemore/emotions.ts';
import { LABELS } from '../../../core/blemore/label.ts';
import type { Words } from '../../words/en.ts';
import { sharesWords } from '../../words/evaluate.ts';

/** One row or column of a confusion matrix. */
export interface Heading {
  readonly name: string;
  /** For where there is little room. */
  readonly short: string;
}

/** As long as names are told apart by. */
const SHORT = 3;

/** The six emotions in their order. */
export function emotionHeadings({ emotions }: Words): readonly Heading[] {
  return EMOTIONS.map((emotion) => ({
    name: emotions[emotion],
    short: emotions[emotion].slice(0, SHORT),
  }));
}

/** The 36 labels in their order: "Anger", "30 Anger · 70 Disgust". */
export function labelHeadings(words: Words): readonly Heading[] {
  return LABELS.map((label) => ({
    name: sharesWords(words, label),
    short: label
      .map(({ emotion, salience }) => {
        const name = words.emotions[emotion].slice(0, SHORT);
        return label.length === 1 ? name : `${salience} ${name}`;
      })
      .join(' '),
  }));
}

/** How strongly each cell is coloured, in percent: its share of its row. */
export function rowShares(matrix: ConfusionMatrix): number[][] {
  return matrix.map((row) => {
    const total = row.reduce((sum, value) => sum + value, 0);
    return row.map((value) => (total === 0 ? 0 : (value / total) * 100));
  });
}
