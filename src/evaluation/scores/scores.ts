import {
  emotionConfusion,
  labelConfusion,
  type ConfusionMatrix,
  type DecidedClip,
} from '../../core/blemore/confusion.ts';
import { LABELS, type Shares } from '../../core/blemore/label.ts';
import type { ScoredClip } from '../../core/blemore/metrics.ts';
import type { Prediction } from '../../core/blemore/prediction.ts';
import { bootstrap, type Estimates } from './bootstrap.ts';
import { judge } from './judge.ts';

/** A labelled clip that was predicted. */
export interface FoldedClip extends ScoredClip {
  readonly fold: string | null;
}

/** Both figures of a set of labelled clips. */
export interface Accuracies extends Estimates {
  readonly clips: number;
  readonly blends: number;
}

export interface FoldScores extends Accuracies {
  readonly fold: string;
}

export interface Scores {
  readonly overall: Accuracies;
  /** In the folds' order; empty without folds. Clips without one count only overall. */
  readonly folds: readonly FoldScores[];
  /** 6×6 in label order, rows true; see core/blemore/confusion. */
  readonly emotions: ConfusionMatrix;
  /** 36×36 in the order of LABELS, rows true. */
  readonly labels: ConfusionMatrix;
  /** Predictions that are none of the 36 labels: they are scored, and in neither matrix. */
  readonly outside: number;
}

/** Null where there is nothing to score. */
export function scoresOf(clips: readonly FoldedClip[]): Scores | null {
  if (clips.length === 0) return null;
  const decided = clips.flatMap(({ label, prediction }): DecidedClip[] => {
    const known = labelOf(prediction);
    return known === null ? [] : [{ label, prediction: known }];
  });
  return {
    overall: accuraciesOf(clips),
    folds: foldsOf(clips).map((fold) => ({
      fold,
      ...accuraciesOf(clips.filter((clip) => clip.fold === fold)),
    })),
    emotions: emotionConfusion(decided),
    labels: labelConfusion(decided),
    outside: clips.length - decided.length,
  };
}

/** The folds' names, each once, numbers by their size. */
export function foldsOf(clips: readonly { readonly fold: string | null }[]): string[] {
  const folds = new Set(clips.flatMap(({ fold }) => fold ?? []));
  return [...folds].sort(new Intl.Collator('en', { numeric: true }).compare);
}

function accuraciesOf(clips: readonly FoldedClip[]): Accuracies {
  const outcomes = clips.map(judge);
  return {
    clips: clips.length,
    blends: outcomes.filter(({ blend }) => blend).length,
    ...bootstrap(outcomes),
  };
}

/** The label a prediction is, with the tolerance the saliences are scored with; null for none. */
function labelOf(prediction: Shares): Prediction | null {
  const same = (label: Prediction) =>
    label.length === prediction.length &&
    label.every(({ emotion, salience }) =>
      prediction.some(
        (share) => share.emotion === emotion && Math.abs(share.salience - salience) <= 0.5,
      ),
    );
  return LABELS.find(same) ?? null;
}
