import { foldsOf } from '../scores/scores.ts';
import type { Inputs } from './read-inputs.ts';

/** What was chosen, in figures. */
export interface InputSummary {
  /** `predictions`: a predictions file is scored, without any video. */
  readonly kind: 'none' | 'clips' | 'predictions';
  readonly rows: number;
  readonly labelled: number;
  readonly blends: number;
  /** In order; empty without a metadata file that has them. */
  readonly folds: readonly string[];
}

export function summaryOf({ kind, entries }: Inputs): InputSummary {
  const labels = entries.flatMap(({ label }) => (label === null ? [] : [label]));
  return {
    kind,
    rows: entries.length,
    labelled: labels.length,
    blends: labels.filter((label) => label.length === 2).length,
    folds: foldsOf(entries),
  };
}
