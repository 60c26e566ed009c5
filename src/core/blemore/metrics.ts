import type { Prediction } from './prediction.ts';
import { sameEmotions, type Shares } from './label.ts';

/** A clip's true label and what was said of it. */
export interface ScoredClip {
  readonly label: Prediction;
  /** A file's predictions may hold any shares; those of the rules are Predictions. */
  readonly prediction: Shares;
}

/**
 * ACC_presence: the share of clips whose predicted set of emotions is exactly the label's.
 *
 * The reference keeps predictions by file name, so a name counts once: callers do the same.
 *
 * @returns 0..1; null without clips, where the reference gives NaN
 */
export function presenceAccuracy(clips: readonly ScoredClip[]): number | null {
  return shareOf(clips, ({ label, prediction }) => sameEmotions(label, prediction));
}

/**
 * ACC_salience: of the clips labelled as blends, the share with both saliences right; a prediction
 * that has not two emotions counts as wrong.
 *
 * The reference rounds saliences to whole percents before it compares them, halves to the even
 * one: since labels are even numbers, that is a difference of at most 0.5.
 *
 * @returns 0..1; null where no label is a blend, where the reference gives NaN
 */
export function salienceAccuracy(clips: readonly ScoredClip[]): number | null {
  const blends = clips.filter(({ label }) => label.length === 2);
  return shareOf(blends, ({ label, prediction }) => sameSaliences(label, prediction));
}

function shareOf(
  clips: readonly ScoredClip[],
  right: (clip: ScoredClip) => boolean,
): number | null {
  return clips.length === 0 ? null : clips.filter(right).length / clips.length;
}

function sameSaliences(label: Prediction, prediction: Shares): boolean {
  if (prediction.length !== label.length) return false;
  return label.every(({ emotion, salience }) =>
    prediction.some(
      (share) => share.emotion === emotion && Math.abs(share.salience - salience) <= 0.5,
    ),
  );
}
