import { EMOTIONS, type Emotion } from './emotions.ts';
import { indexOfEmotion } from './per-emotion.ts';
import type { Prediction, Share } from './prediction.ts';

export type BlendSalience = 30 | 50 | 70;

/** Any list of shares, such as a predictions file may hold, where a Prediction is not certain. */
export type Shares = readonly Share[];

/** The saliences of a blend's first and second emotion. */
export const RATIOS: readonly (readonly [BlendSalience, BlendSalience])[] = [
  [30, 70],
  [50, 50],
  [70, 30],
];

export function single(emotion: Emotion): Prediction {
  return [{ emotion, salience: 100 }];
}

/** A blend in label order, whichever share is named first. */
export function blend(one: Share<BlendSalience>, other: Share<BlendSalience>): Prediction {
  return indexOfEmotion(one.emotion) < indexOfEmotion(other.emotion) ? [one, other] : [other, one];
}

/** All 36 labels of the protocol: six singles, then ten pairs (neutral never blends) × three ratios. */
export const LABELS: readonly Prediction[] = [...EMOTIONS.map(single), ...blends()];

function blends(): Prediction[] {
  const emotions = EMOTIONS.filter((emotion) => emotion !== 'neu');
  const pairs = emotions.flatMap((one, place) =>
    emotions.slice(place + 1).map((other) => [one, other] as const),
  );
  return pairs.flatMap(([one, other]) =>
    RATIOS.map(([first, second]) =>
      blend({ emotion: one, salience: first }, { emotion: other, salience: second }),
    ),
  );
}

/** Whether two lists name the same set of emotions, whatever the saliences. */
export function sameEmotions(a: Shares, b: Shares): boolean {
  return includesAll(a, b) && includesAll(b, a);
}

function includesAll(shares: Shares, wanted: Shares): boolean {
  return wanted.every(({ emotion }) => shares.some((share) => share.emotion === emotion));
}

/** Whether two labels are one and the same: emotions and saliences. */
export function samePrediction(a: Prediction, b: Prediction): boolean {
  return (
    a.length === b.length &&
    a.every((share, i) => share.emotion === b[i]?.emotion && share.salience === b[i].salience)
  );
}
