import { EMOTIONS, type PerEmotion } from './emotions.ts';
import { perEmotion } from './per-emotion.ts';
import type { Prediction } from './prediction.ts';

/** A label as a distribution: its saliences as shares of 1, in label order. */
export function softLabel(label: Prediction): PerEmotion {
  return perEmotion((place) => {
    const share = label.find(({ emotion }) => emotion === EMOTIONS[place]);
    return (share?.salience ?? 0) / 100;
  });
}
