import type { Shares } from '../core/blemore/label.ts';
import type { Probabilities } from '../core/blemore/emotions.ts';
import type { Prediction } from '../core/blemore/prediction.ts';
import type { ClipState } from './clip-state.ts';
import type { InputEntry } from './inputs/read-inputs.ts';
import { decodeWith, type Decoding } from './scores/decoder.ts';
import { judge } from './scores/judge.ts';

/** One line of the table: a clip, or an entry of a predictions file. */
export interface ClipRow {
  /** Unique among the rows; the file's name as it was given. */
  readonly name: string;
  /** Null for an entry of a predictions file. */
  readonly file: File | null;
  readonly label: Prediction | null;
  /** Null where no metadata file names one. */
  readonly fold: string | null;
  /** Null for an entry of a predictions file. */
  readonly clip: ClipState | null;
  /** Softmax of the clip's mean logits; null where there are none. */
  readonly probabilities: Probabilities | null;
  /** By the decoder, or what the predictions file says; null where there is none. */
  readonly prediction: Shares | null;
  /** Whether label and prediction name the same emotions; null where one is missing. */
  readonly presenceRight: boolean | null;
  /** Whether the saliences agree as well; null where one is missing or the label is no blend. */
  readonly salienceRight: boolean | null;
}

/** @param state null for a clip that waits */
export function rowOf(entry: InputEntry, state: ClipState | null, decoding: Decoding): ClipRow {
  const { name, file, label, fold, given } = entry;
  const clip = file === null ? null : (state ?? { state: 'waiting' });
  const probabilities = clip?.state === 'finished' ? clip.result.probabilities : null;
  const prediction = given ?? (probabilities && decodeWith(decoding, probabilities));
  return { name, file, label, fold, clip, probabilities, prediction, ...right(label, prediction) };
}

function right(
  label: Prediction | null,
  prediction: Shares | null,
): Pick<ClipRow, 'presenceRight' | 'salienceRight'> {
  if (label === null || prediction === null) return { presenceRight: null, salienceRight: null };
  const { present, blend, salient } = judge({ label, prediction });
  return { presenceRight: present, salienceRight: blend ? salient : null };
}
